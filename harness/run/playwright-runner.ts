import { mkdirSync } from 'node:fs';
import { rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { childEnv } from '../config/process-env.ts';
import { openScratch } from '../environment/index.ts';
import { EXECUTION_VARIABLE, type Execution } from '../playwright/execution.ts';
import { cacheFolder } from '../support/cache-folder.ts';
import { OWN_FOLDER } from '../support/own-files.ts';
import { inProject, projectRoot } from '../support/paths.ts';
import { type Act, drivesClock, neededParts } from './acts.ts';
import type { RunJob } from './job.ts';
import { termsOf } from './patience.ts';
import type { Records } from './records.ts';
import { executable } from './reproduce.ts';
import { type Runner, settingOf } from './runner.ts';
import { BOOT_DEADLINE_MS } from './world.ts';

/** Starts Playwright Test for the planned cases; it loads while the world boots, which saves seconds. */
export async function playwrightRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const scratch = await openScratch('run');
  const worldFile = join(scratch.path, 'world.json');
  const executionFile = join(scratch.path, 'execution.json');
  await writeFile(executionFile, JSON.stringify(executionOf(job, act, records, worldFile)), { mode: 0o600 });
  const stop = new AbortController();
  const running = startPlaywright(executionFile, AbortSignal.any([job.signal, stop.signal]));
  return {
    execute: async ({ world, guard }) => {
      job.display.progress?.end();
      if (guard.signal.aborted) stop.abort();
      guard.signal.addEventListener('abort', () => stop.abort(), { once: true });
      if (world) await writeWhole(worldFile, JSON.stringify(world));
      const { exitCode, signal } = await running;
      if (guard.signal.aborted) return { exitCode: 0, signal: null };
      return { exitCode: exitCode ?? null, signal: signal ?? null };
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
      await rmdir(join(records.directory, 'playwright')).catch(() => undefined);
      await scratch[Symbol.asyncDispose]();
    },
  };
}

async function writeWhole(file: string, content: string): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/**
 * Its stdin stays open as long as we live: the reporter ends the runner when it closes. It executes the code that it has
 * made of ours, and by itself keeps that in a folder that everybody can guess and make.
 */
function startPlaywright(executionFile: string, cancelSignal: AbortSignal) {
  const compiled = cacheFolder('playwright');
  // Below it folders are made as the umask has it, so nobody else gets in there.
  mkdirSync(compiled, { recursive: true, mode: OWN_FOLDER });
  return execa(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test'], {
    cwd: projectRoot,
    env: childEnv({
      [EXECUTION_VARIABLE]: executionFile,
      PLAYWRIGHT_TRANSFORM_CACHE_DIR: compiled,
    }),
    extendEnv: false,
    stdin: 'pipe',
    stdout: process.stderr,
    stderr: process.stderr,
    reject: false,
    cancelSignal,
    forceKillAfterDelay: 5_000,
  });
}

function executionOf(job: RunJob, act: Act, records: Records, worldFile: string): Execution {
  const { options, display } = job;
  const browserSuites = act.suites.filter(({ needs }) => needs.includes('browser')).map(({ name }) => name);
  return {
    ...settingOf(job, records),
    runId: records.runId,
    ...(neededParts(act).length > 0 && { worldFile }),
    worldDeadlineMs: BOOT_DEADLINE_MS[options.mode],
    workers: drivesClock(act) ? 1 : options.workers,
    patience: termsOf(job),
    ...{ color: display.color, quiet: display.quiet, browserSuites },
    cases: executable(job, act.cases),
  };
}
