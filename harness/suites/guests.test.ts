import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { WorldDescription } from '../environment/index.ts';
import type { Sender, Sending, Sent } from '../wire/sender.ts';
import { guestsOf } from './guests.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

it('takes away what it made, by its id, with its name as the confirmation, and nothing else', async () => {
  const { url, asked } = await platform((_request, response) => response.end('{"status":"purged"}'));
  const guests = guestsOf(world(url));
  const sender = guests.noting(answering(201, '{"id":"w-1"}'));
  await sender.send(create(url, 'first'));
  await sender.send({ ...create(url, 'no workspace'), url: `${url}/workspaces/w-9/activity` });
  expect(await guests.leave()).toEqual([]);
  expect(asked).toEqual(['DELETE /workspaces/w-1?confirm=true&purge=true first']);
});

it('looks by its name for one whose reply never came', async () => {
  const { url, asked } = await platform(({ method }, response) =>
    response.end(method === 'GET' ? '[{"id":"w-7","name":"lost"},{"id":"w-8","name":"of others"}]' : '{}'),
  );
  const guests = guestsOf(world(url));
  const sender = guests.noting({ send: () => Promise.reject(new Error('the line is dead')) });
  await expect(sender.send(create(url, 'lost'))).rejects.toThrow('dead');
  expect(await guests.leave()).toEqual([]);
  expect(asked).toEqual(['GET /workspaces ', 'DELETE /workspaces/w-7?confirm=true&purge=true lost']);
});

it('says which are left, and why', async () => {
  const { url } = await platform((_request, response) => response.writeHead(500).end('stop failed'));
  const guests = guestsOf(world(url));
  await guests.noting(answering(201, '{"id":"w-1"}')).send(create(url, 'first'));
  expect(await guests.leave()).toEqual([
    `the workspace first (w-1) is left on ${url}: DELETE answered 500 stop failed`,
  ]);
});

it('does not take a list that cannot be read for an empty one', async () => {
  const { url, asked } = await platform((_request, response) => response.writeHead(503).end());
  const guests = guestsOf(world(url));
  const sender = guests.noting({ send: () => Promise.reject(new Error('the line is dead')) });
  await expect(sender.send(create(url, 'lost'))).rejects.toThrow('dead');
  expect(await guests.leave()).toEqual([
    `the workspace lost (of unknown id) may be left on ${url}: the list of workspaces could not be read (503)`,
  ]);
  expect(asked).toEqual(['GET /workspaces ']);
});

it('comes again to a platform that limits the rate', async () => {
  let asked = 0;
  const { url } = await platform((_request, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(429, { 'retry-after': '0' });
    response.end('{}');
  });
  const guests = guestsOf(world(url));
  await guests.noting(answering(201, '{"id":"w-1"}')).send(create(url, 'first'));
  expect(await guests.leave()).toEqual([]);
  expect(asked).toBe(2);
});

it('gives up on a platform that has gone, and names every one', async () => {
  const { url } = await platform((request) => request.socket.destroy());
  const guests = guestsOf(world(url));
  const sender = guests.noting(answering(201, '{"id":"w-1"}'));
  for (let nth = 0; nth < 20; nth += 1) await sender.send(create(url, `guest ${nth}`));
  const left = await guests.leave();
  expect(left).toHaveLength(20);
  expect(left.at(-1)).toMatch(/guest 0 .* it no longer answers$/);
});

it('takes nothing away before what is under way has ended', async () => {
  const { url, asked } = await platform((_request, response) => response.end('{}'));
  const guests = guestsOf(world(url));
  await guests.noting(answering(201, '{"id":"w-1"}')).send(create(url, 'first'));
  let hangUp: (error: Error) => void = () => undefined;
  const registered = new Promise<Sent>((_resolve, reject) => {
    hangUp = reject;
  });
  const sender = guests.noting({ send: () => registered });
  const registering = sender.send({ ...create(url, ''), url: `${url}/registry/register` });
  const left = guests.leave();
  await delay(100);
  expect(asked).toEqual([]);
  hangUp(new Error('the line is dead'));
  await expect(registering).rejects.toThrow('dead');
  await left;
  expect(asked).toHaveLength(1);
});

it('makes none once it has begun to take them away', async () => {
  const { url } = await platform((_request, response) => response.end('{}'));
  const guests = guestsOf(world(url));
  const sender = guests.noting(answering(201, '{"id":"w-1"}'));
  await guests.leave();
  expect(() => sender.send(create(url, 'late'))).toThrow('The run is over');
});

it('leaves a world alone that ends with its run', async () => {
  const { url, asked } = await platform((_request, response) => response.end('{}'));
  const guests = guestsOf({ ...world(url), subject: { kind: 'reference' } } as WorldDescription);
  await guests.noting(answering(201, '{"id":"w-1"}')).send(create(url, 'first'));
  expect(await guests.leave()).toEqual([]);
  expect(asked).toEqual([]);
});

function world(url: string): WorldDescription {
  return { subject: { kind: 'remote' }, platform: { url, adminToken: 'admin' } } as WorldDescription;
}

function create(url: string, name: string): Sending {
  const body = Buffer.from(JSON.stringify({ name }));
  return {
    purpose: 'prepare',
    method: 'POST',
    url: `${url}/workspaces`,
    headers: {},
    body,
    deadlineMs: 1_000,
  };
}

function answering(status: number, body: string): Sender {
  return { send: async () => ({ reply: { status, body: Buffer.from(body) } }) as Sent };
}

/** Notes method, path and confirmation of each request. */
async function platform(answer: Answer) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['x-confirm-name'] ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
