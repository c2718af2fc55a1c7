import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { WorldDescription } from '../environment/index.ts';
import type { CaseResult } from '../report/event.ts';
import { loadSuites } from '../suites/index.ts';
import { type OpenSuite, openSuite } from '../suites/perform.ts';
import type { PlannedCase } from '../support/case.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { HarnessError } from '../support/errors.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { Scope } from '../support/scope.ts';
import { currentExecution } from './execution.ts';

/** What one worker process performs its cases with: the world, and each suite opened at its first case. */
export interface Bench extends AsyncDisposable {
  perform(planned: PlannedCase, page?: Page): Promise<CaseResult>;
}

/** Opens the bench of this worker; disposing it closes the suites. */
export async function openBench(): Promise<Bench> {
  const setting = currentExecution();
  const world =
    setting.worldFile === undefined
      ? undefined
      : await readyWorld(setting.worldFile, setting.worldDeadlineMs);
  const redactor = createRedactor({ secrets: [], key: setting.redactionKey });
  const opened = new Map<string, Promise<OpenSuite>>();
  const scope = new Scope();
  const suiteOf = (name: string) => {
    const known = opened.get(name) ?? openNamed(name, scope);
    opened.set(name, known);
    return known;
  };
  return {
    perform: async (planned, page) =>
      (await suiteOf(planned.suite)).perform(planned, {
        ...{ setting, redactor },
        ...(world && { world }),
        ...(page && { page }),
      }),
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
}

async function openNamed(name: string, scope: Scope): Promise<OpenSuite> {
  const [suite] = await loadSuites([name]);
  if (suite) {
    const open = scope.use(await openSuite(suite));
    scope.defer(async () => {
      for (const left of await open.leave()) process.stderr.write(`${left}\n`);
    });
    return open;
  }
  throw new HarnessError({
    code: 'SUITE_GONE',
    message: `Suite ${name} was planned and is no longer there.`,
  });
}

/** The world boots while the runner loads; a runner whose world never comes is ended by the run that started it. */
async function readyWorld(file: string, deadlineMs: number): Promise<WorldDescription> {
  const text = await poll(() => readFile(file, 'utf8').catch(() => undefined), deadlineIn(deadlineMs), 20);
  if (text !== undefined) return JSON.parse(text);
  throw new HarnessError({ code: 'NO_WORLD', message: `No world was ready within ${deadlineMs} ms.` });
}
