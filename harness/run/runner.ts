import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { childEnv } from '../config/process-env.ts';
import type { WorldDescription } from '../environment/world.ts';
import { EXECUTION_VARIABLE, type Execution } from '../playwright/execution.ts';
import { inProject, projectRoot } from '../support/paths.ts';
import type { Discovery } from './discover.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';
import { reproduceLine } from './reproduce.ts';

/** Playwright Test, started and waiting for a world. Disposing it ends it, wherever it is. */
export interface Runner extends AsyncDisposable {
  /** Hands the world over, where the cases need one, and answers when every planned case has run or the runner has died. */
  execute(world: WorldDescription | undefined): Promise<void>;
}

/** Starts Playwright Test for the planned cases; it loads while the world boots, which saves seconds. */
export async function startRunner(job: RunJob, plan: Discovery, records: Records): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-run-'));
  const worldFile = join(folder, 'world.json');
  const executionFile = join(folder, 'execution.json');
  await writeFile(executionFile, JSON.stringify(executionOf(job, plan, records, worldFile)), { mode: 0o600 });
  const stop = new AbortController();
  const running = startPlaywright(executionFile, AbortSignal.any([job.signal, stop.signal]));
  return {
    execute: async (world) => {
      if (world) await writeWhole(worldFile, JSON.stringify(world));
      const { exitCode, signal } = await running;
      records.append({ event: 'run.finished', exitCode: exitCode ?? null, signal: signal ?? null });
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeWhole(file: string, content: string): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** Its stdin stays open as long as we live: the reporter ends the runner when it closes. */
function startPlaywright(executionFile: string, cancelSignal: AbortSignal) {
  return execa(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test'], {
    cwd: projectRoot,
    env: childEnv({ [EXECUTION_VARIABLE]: executionFile }),
    extendEnv: false,
    stdin: 'pipe',
    stdout: process.stderr,
    stderr: process.stderr,
    reject: false,
    cancelSignal,
    forceKillAfterDelay: 5_000,
  });
}

function executionOf(job: RunJob, plan: Discovery, records: Records, worldFile: string): Execution {
  const { options, subject, display, corpusFolder } = job;
  return {
    runId: records.runId,
    runDirectory: records.directory,
    ...{ worldFile, corpusFolder },
    revision: options.revision ?? subject.revision,
    seed: options.seed,
    workers: options.workers,
    redactionKey: randomBytes(32).toString('hex'),
    color: display.color,
    quiet: display.quiet,
    cases: plan.cases.map((planned) => ({ ...planned, reproduce: reproduceLine(job, planned.id) })),
  };
}
