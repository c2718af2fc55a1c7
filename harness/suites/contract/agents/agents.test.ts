import { expect, test } from 'vitest';
import { openTransport, type Transport } from '../../../wire/transmit.ts';
import { openAgents } from './agents.ts';

test('an agent gives its answers one after the other, the last for all that follow, and keeps what arrived', async () => {
  await using agents = await openAgents();
  await using transport = openTransport();
  const agent = agents.open();
  agent.answers({ status: 503, headers: { 'retry-after': '9' }, body: 'no' }, { json: { ok: true } });
  expect(await ask(transport, agent.url)).toMatchObject({ reply: { status: 503, body: Buffer.from('no') } });
  for (let time = 0; time < 2; time += 1)
    expect((await ask(transport, `${agent.url}/below?q=1`)).reply?.body.toString()).toBe('{"ok":true}');
  const [, second] = await agent.arrived(2);
  expect(second).toMatchObject({ method: 'POST', path: '/below?q=1', json: { said: 1 } });
});

test('agents do not hear what is said to others', async () => {
  await using agents = await openAgents();
  await using transport = openTransport();
  const [one, other] = [agents.open(), agents.open()];
  await ask(transport, one.url);
  expect([one.received.length, other.received.length]).toEqual([1, 0]);
});

test('a reply breaks off where the case says so, or never comes', async () => {
  await using agents = await openAgents();
  await using transport = openTransport();
  const agent = agents.open();
  agent.answers({ breaks: 'close' }, { breaks: 'reset' }, { breaks: 'half', body: 'abcd' }, { hangs: true });
  expect((await ask(transport, agent.url)).failure).toBeDefined();
  expect((await ask(transport, agent.url)).failure).toMatchObject({ code: 'ECONNRESET' });
  const half = await ask(transport, agent.url);
  expect([half.reply?.body.toString(), half.failure !== undefined]).toEqual(['ab', true]);
  expect((await ask(transport, agent.url, 100)).failure).toMatchObject({ code: 'HANG' });
});

function ask(transport: Transport, url: string, deadlineMs = 5_000) {
  return transport.transmit({
    method: 'POST',
    url,
    headers: {},
    body: Buffer.from('{"said":1}'),
    deadlineMs,
  });
}
