import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { childEnv } from '../config/process-env.ts';
import type { World } from '../environment/world.ts';
import { EXECUTION_VARIABLE, type Execution } from '../playwright/execution.ts';
import { inProject, projectRoot } from '../support/paths.ts';
import type { Discovery } from './discover.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';
import { reproduceLine } from './reproduce.ts';

/** Lets Playwright Test run the planned cases against the world; results arrive in the event log as they happen. */
export async function execute(job: RunJob, plan: Discovery, world: World, records: Records): Promise<void> {
  const file = join(world.directory, `${records.runId}.json`);
  await writeFile(file, JSON.stringify(executionOf(job, plan, world, records)), { mode: 0o600 });
  const ended = await execa(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test'], {
    cwd: projectRoot,
    env: childEnv({ [EXECUTION_VARIABLE]: file }),
    extendEnv: false,
    stdin: 'ignore',
    stdout: process.stderr,
    stderr: process.stderr,
    reject: false,
    cancelSignal: job.signal,
    gracefulCancel: false,
    forceKillAfterDelay: 5_000,
  });
  records.append({ event: 'run.finished', exitCode: ended.exitCode ?? null, signal: ended.signal ?? null });
}

function executionOf(job: RunJob, plan: Discovery, world: World, records: Records): Execution {
  return {
    runId: records.runId,
    runDirectory: records.directory,
    worldFile: join(world.directory, 'world.json'),
    corpusFolder: job.corpusFolder,
    revision: world.revision,
    seed: job.options.seed,
    workers: job.options.workers,
    redactionKey: randomBytes(32).toString('hex'),
    color: job.display.color,
    quiet: job.display.quiet,
    cases: plan.cases.map((planned) => ({ ...planned, reproduce: reproduceLine(job, planned.id) })),
  };
}
