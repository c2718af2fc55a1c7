import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { inProject } from '../../support/paths.ts';
import { BROKEN_SUBJECTS } from './index.ts';

const rpc = (id: string) => `{"jsonrpc":"2.0","id":${id},"method":"message/send","params":{}}`;

describe.each(BROKEN_SUBJECTS)('$id', ({ id, title }) => {
  test('lives on loopback, has words, and is gone after its end, twice', async () => {
    const broken = await startBroken(id);
    expect(broken.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(title).not.toBe('');
    await broken[Symbol.asyncDispose]();
    await broken[Symbol.asyncDispose]();
    expect(await post(broken.url, '{}')).toBe('ECONNREFUSED');
  });

  test('ends with its scope while a connection is open', async () => {
    const open = async () => {
      await using broken = await startBroken(id);
      const socket = new WebSocket(toWs(broken.url)).on('error', () => undefined);
      await Promise.race([once(socket, 'open'), once(socket, 'error'), once(socket, 'close')]).catch(
        () => [],
      );
      return broken.url;
    };
    expect(await post(await open(), '{}')).toBe('ECONNREFUSED');
  });
});

describe('nothing-listens', () => {
  test('refuses every one of many connections, and WebSockets', async () => {
    await using broken = await startBroken('nothing-listens');
    const outcomes = new Set<unknown>();
    for (let round = 0; round < 20; round += 1)
      for (const outcome of await Promise.all(Array.from({ length: 20 }, () => post(broken.url, '{}'))))
        outcomes.add(outcome);
    expect([...outcomes]).toEqual(['ECONNREFUSED']);
    expect(await firstOf(broken.url)).toBe('ECONNREFUSED');
  });
});

describe('empty-object', () => {
  test.each(['GET', 'POST', 'PUT', 'DELETE'] as const)(
    'answers %s on any path with 200 and {}',
    async (method) => {
      await using broken = await startBroken('empty-object');
      expect(await read(`${broken.url}/workspaces/1/a2a?x=1`, method)).toEqual({ status: 200, body: {} });
    },
  );

  test('sends {} on a WebSocket, at once and after a message', async () => {
    await using broken = await startBroken('empty-object');
    const socket = new WebSocket(toWs(broken.url));
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(String(data)));
    await once(socket, 'message');
    socket.send(rpc('1'));
    await once(socket, 'message');
    expect(heard).toEqual(['{}', '{}']);
  });
});

describe('card-then-empty', () => {
  test.each(['0.2', '0.3', '1.0'])('has a card that is sound in %s', async (version) => {
    await using broken = await startBroken('card-then-empty');
    const schema = JSON.parse(readFileSync(inProject(`corpus/schemas/a2a/a2a-${version}.json`), 'utf8'));
    const ajv = new Ajv({ strict: true, allowUnionTypes: true }).addSchema(schema);
    for (const name of ['agent.json', 'agent-card.json']) {
      const { body } = await read(`${broken.url}/agents/a/.well-known/${name}`, 'GET');
      expect(body).toMatchObject({ url: `${broken.url}/agents/a` });
      expect(ajv.validate(`${schema.$id}#/definitions/AgentCard`, body)).toBe(true);
    }
  });

  test('is healthy, and answers everything else with 200 and {}', async () => {
    await using broken = await startBroken('card-then-empty');
    expect(await read(`${broken.url}/health`, 'GET')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await post(broken.url, rpc('1'))).toBe('{}');
  });

  test('accepts a WebSocket and stays silent', async () => {
    await using broken = await startBroken('card-then-empty');
    const socket = new WebSocket(toWs(broken.url));
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(data));
    await once(socket, 'open');
    socket.send(rpc('1'));
    socket.ping();
    await once(socket, 'pong');
    expect(heard).toEqual([]);
  });
});

describe('always-internal-error', () => {
  test.each([
    ['a string id', rpc('"q"'), '"q"'],
    ['a number that no double holds', rpc('9007199254740993'), '9007199254740993'],
    ['a null id', rpc('null'), 'null'],
    ['no id', '{"jsonrpc":"2.0"}', 'null'],
    ['a batch', `[${rpc('1')}]`, 'null'],
    ['bytes that are no JSON', '{"id":', 'null'],
    ['an empty body', '', 'null'],
  ])('answers %s with -32603 under that id', async (_claim, body, id) => {
    await using broken = await startBroken('always-internal-error');
    const error = '{"code":-32603,"message":"Internal error"}';
    expect(await post(broken.url, body)).toBe(`{"jsonrpc":"2.0","id":${id},"error":${error}}`);
  });

  test('answers WebSocket messages the same way', async () => {
    await using broken = await startBroken('always-internal-error');
    expect(await firstOf(broken.url, rpc('7'))).toContain('"id":7,"error":{"code":-32603');
  });
});

describe('drops-socket', () => {
  test('takes the whole request before it hangs up', async () => {
    await using broken = await startBroken('drops-socket');
    expect(await post(broken.url, 'x'.repeat(3_000_000))).toBe('UND_ERR_SOCKET');
    expect(await post(broken.url, rpc('1'))).toBe('UND_ERR_SOCKET');
  });

  test('hangs up on an upgrade', async () => {
    await using broken = await startBroken('drops-socket');
    expect(await firstOf(broken.url)).toBe('ECONNRESET');
  });
});

function startBroken(id: string) {
  const plant = BROKEN_SUBJECTS.find((subject) => subject.id === id)?.plant;
  if (plant?.kind !== 'subject') throw new Error(`no broken subject ${id}`);
  return plant.start();
}

/** The body of the answer, or the code of the transport error. */
async function post(url: string, body: string): Promise<unknown> {
  try {
    const { body: answer } = await request(url, { method: 'POST', body, reset: true });
    return await answer.text();
  } catch (error) {
    return codeOf(error);
  }
}

async function read(url: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE') {
  const { statusCode, body } = await request(url, { method, reset: true });
  return { status: statusCode, body: await body.json() };
}

/** The first WebSocket message (after sending one, if given), or the code of the transport error. */
async function firstOf(url: string, message?: string): Promise<unknown> {
  const socket = new WebSocket(toWs(url));
  try {
    const first = once(socket, 'message');
    if (message !== undefined) socket.once('open', () => socket.send(message));
    return String((await first)[0]);
  } catch (error) {
    return codeOf(error);
  } finally {
    socket.on('error', () => undefined).terminate();
  }
}

function toWs(url: string): string {
  return url.replace('http:', 'ws:');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}
