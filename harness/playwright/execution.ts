import { readFileSync } from 'node:fs';
import { processEnv } from '../config/process-env.ts';
import type { PatienceTerms } from '../report/patience-terms.ts';
import type { Setting } from '../suites/suite.ts';
import type { PlannedCase } from '../support/case.ts';
import { ASSAY } from '../support/command.ts';
import { HarnessError, UsageError } from '../support/errors.ts';

/** Everything that Playwright's processes need of the run that started them; a 0600 file. */
export interface Execution extends Setting {
  readonly runId: string;
  /** Absolute path of the world's description, which appears when the world is ready; absent when no case needs one. */
  readonly worldFile?: string;
  /** How long a worker waits for it. */
  readonly worldDeadlineMs: number;
  readonly workers: number;
  /** When no further case is begun. */
  readonly patience: PatienceTerms;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly cases: readonly PlannedCase[];
  /** Suites whose cases get a page. */
  readonly browserSuites: readonly string[];
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
      fix: `Start the suites with: ${ASSAY} run`,
    });
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new HarnessError({ code: 'EXECUTION_UNREADABLE', message: `${file} cannot be read.`, cause });
  }
}
