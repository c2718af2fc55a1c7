import { readFileSync } from 'node:fs';
import { processEnv } from '../config/process-env.ts';
import type { Revision } from '../corpus/entry.ts';
import type { PlannedCase } from '../suites/plan.ts';
import { HarnessError, UsageError } from '../support/errors.ts';

/** A planned case with the shell line that runs it again. */
export interface ExecutableCase extends PlannedCase {
  readonly reproduce: string;
}

/** Everything that Playwright's processes need of the run that started them; a 0600 file. */
export interface Execution {
  readonly runId: string;
  /** Absolute path of the run directory. */
  readonly runDirectory: string;
  /** Absolute path of the world's description; the file appears when the world is ready. */
  readonly worldFile: string;
  readonly revision: Revision;
  readonly seed: number;
  readonly workers: number;
  /** For each request of a case; the usual one when absent. */
  readonly deadlineMs?: number;
  /** Absolute path of the corpus folder. */
  readonly corpusFolder: string;
  /** Hex; equal secrets get equal fingerprints within one run. */
  readonly redactionKey: string;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly cases: readonly ExecutableCase[];
}

/** Environment variable that carries the path of the execution file to Playwright's processes. */
export const EXECUTION_VARIABLE = 'ASSAY_EXECUTION';

let loaded: Execution | undefined;

/** The run that this Playwright process belongs to. Throws `UsageError` when Playwright was started by hand. */
export function currentExecution(): Execution {
  loaded ??= loadExecution();
  return loaded;
}

function loadExecution(): Execution {
  const file = processEnv[EXECUTION_VARIABLE];
  if (!file) {
    throw new UsageError({
      code: 'NO_RUN',
      message: 'Playwright was started without a run, so there is no world to test.',
      fix: 'Start the suites with: npx assay run',
    });
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new HarnessError({ code: 'EXECUTION_UNREADABLE', message: `${file} cannot be read.`, cause });
  }
}
