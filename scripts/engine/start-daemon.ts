import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { deadlineIn, poll } from '../../harness/support/deadline.ts';

const READY_WITHIN_MS = 30_000;

/** Starts `dockerd` and answers what stops it again. Rejects with its last lines when it does not come up. */
export async function startDaemon(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-dockerd-'));
  const log = { file: join(folder, 'dockerd.log') };
  const daemon = execa('dockerd', [], {
    stdin: 'ignore',
    stdout: log,
    stderr: log,
    buffer: false,
    reject: false,
    forceKillAfterDelay: 20_000,
  });
  const stop = async () => {
    daemon.kill('SIGTERM');
    await daemon;
    await rm(folder, { recursive: true, force: true });
  };
  if (await poll(answers, deadlineIn(READY_WITHIN_MS), 100)) return stop;
  const lines = (await readFile(join(folder, 'dockerd.log'), 'utf8')).trim().split('\n');
  await stop();
  throw new Error(`dockerd did not answer within ${READY_WITHIN_MS / 1000} s: ${lines.at(-1)}`);
}

async function answers(): Promise<true | undefined> {
  const { failed } = await execa('docker', ['version', '--format', '{{.Server.Version}}'], { reject: false });
  return failed ? undefined : true;
}
