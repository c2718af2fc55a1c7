import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

it('says where it listens and ends at SIGTERM with 0', async () => {
  const child = start();
  const { url } = await listening(child);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('ends with its parent: when stdin closes', async () => {
  const child = start();
  await listening(child);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

function start(): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    CONTROL_TOKEN: 't',
    CP_SHARED_SECRET: 's',
    ASSAY_DIE_WITH_PARENT: '1',
  };
  return spawn(
    process.execPath,
    ['--import', './scripts/typescript/run.mjs', 'compose/cp-simulator/main.ts'],
    {
      env,
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
