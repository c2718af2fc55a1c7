import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

it.each(['strict', '0.2', '0.3', '1.x'])(
  'starts the line %s, says where it listens and ends at SIGTERM with 0',
  async (line) => {
    const child = start({ RUNTIME_LINE: line });
    const { url } = await listening(child);
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

it('ends with its parent: when stdin closes', async () => {
  const child = start({ RUNTIME_LINE: '0.3', ASSAY_DIE_WITH_PARENT: '1' });
  await listening(child);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('ends in time though a request is under way', async () => {
  const child = start({ RUNTIME_LINE: '0.3' });
  const { url } = await listening(child);
  await fetch(`${url}/control/agents/a`, {
    method: 'PUT',
    headers: { authorization: 'Bearer t' },
    body: '{"mode":"slow","delayMs":60000}',
  });
  const message = { messageId: 'm', role: 'user', parts: [] };
  const pending = fetch(`${url}/agents/a`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'message/send', params: { message } }),
  }).catch((error: unknown) => error);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await pending).toBeInstanceOf(Error);
});

it('does not start without a line', async () => {
  const child = start({ RUNTIME_LINE: '0.9' });
  expect((await once(child, 'exit'))[0]).not.toBe(0);
});

function start(env: Record<string, string>): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', './scripts/typescript/run.mjs', 'compose/echo-runtime/main.ts'],
    {
      env: { PATH: process.env.PATH, CONTROL_TOKEN: 't', A2A_SCHEMAS_DIR: 'corpus/schemas/a2a', ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
}

async function listening(child: ChildProcess): Promise<{ url: string }> {
  if (!child.stdout) throw new Error('no stdout');
  for await (const line of createInterface(child.stdout)) {
    const entry = JSON.parse(line);
    if (entry.msg === 'listening') return entry;
  }
  throw new Error('the service ended before it listened');
}
