import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import type { CaseResult, NewEvent } from '../report/event.ts';
import { type EventLog, openEventLog } from '../report/event-log.ts';
import type { Patience } from '../report/patience.ts';
import { type PatienceTerms, patienceOfSuites } from '../report/patience-terms.ts';
import { clip } from '../report/printable.ts';
import { caseResultCheck } from '../report/schemas.ts';
import { openSpectator, type Spectator, type SpectatorOptions } from '../report/spectator.ts';
import { EXIT } from '../support/errors.ts';
import { concealing, type SecretsOf } from './conceal.ts';

/** What `playwright.config.ts` hands over; the environment is not read here. */
export interface AssayReporterOptions extends SpectatorOptions {
  /** Absolute path of the run's `events.ndjson`. */
  readonly eventsFile: string;
  /** Suites whose cases run here. */
  readonly suites?: readonly string[];
  /** When no further case is begun. */
  readonly patience?: PatienceTerms;
  /** Ends the runner when its stdin closes, for then the run that started it is dead. */
  readonly leash?: boolean;
  /** The secrets of the run, which no event may hold. */
  readonly secrets?: SecretsOf;
}

/** Name of the attachment by which a test hands over its judged case. */
export const CASE_ATTACHMENT = 'assay-case';

const MAX_ERROR_CHARS = 8_000;

/**
 * Writes what happens as it happens. A test's title is its case id, and its verdict is the attached result, never
 * Playwright's own: a test without a sound attachment has crashed, whatever colour it has there.
 */
class AssayReporter implements Reporter {
  readonly #log: EventLog;
  readonly #check = caseResultCheck();
  readonly #spectator: Spectator;
  readonly #patience: Patience;
  readonly #suites: readonly string[];
  #lost: unknown;
  #isStopped = false;

  constructor(options: AssayReporterOptions) {
    this.#spectator = openSpectator(options);
    this.#patience = patienceOfSuites(options.patience ?? {}, options.eventsFile);
    this.#suites = options.suites ?? [];
    this.#log = openEventLog(
      options.eventsFile,
      options.secrets && { conceal: concealing(options.secrets).value },
    );
    if (options.leash) endWithStdin();
  }

  printsToStdio(): boolean {
    return true;
  }

  onTestBegin(test: TestCase): void {
    this.#record({ event: 'case.started', id: test.title });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'interrupted') return;
    const event = this.#record(this.#judged(test.title, result));
    if (!event) return;
    this.#spectator.show(event);
    this.#patience.note(event);
    this.#stopIfInVain();
  }

  /** Playwright ends as it does after Ctrl-C, which is the only way that a reporter has. */
  #stopIfInVain(): void {
    const end = this.#isStopped ? undefined : this.#patience.givenUp();
    if (end === undefined) return;
    this.#isStopped = true;
    this.#record({ event: 'run.stopped', ...end, suites: this.#suites });
    process.kill(process.pid, 'SIGINT');
  }

  onError(error: TestError): void {
    this.#record({ event: 'run.warning', level: 'error', message: textOf([error]) });
  }

  onEnd(result: FullResult): void {
    if (result.status === 'timedout') {
      const message = 'The test runner ran out of its total time.';
      this.#record({ event: 'run.warning', level: 'error', message });
    }
    this.#spectator.end();
    this.#log[Symbol.dispose]();
  }

  #judged(id: string, result: TestResult): NewEvent {
    const crash = (message: string): NewEvent => {
      return { event: 'case.crashed', id, message, durationMs: Math.round(result.duration) };
    };
    const attached = result.attachments.filter(({ name }) => name === CASE_ATTACHMENT);
    const [only] = attached;
    if (!only) return crash(withoutResult(result));
    if (attached.length > 1) return crash(`It attached ${attached.length} results; a case has one.`);
    const checked = this.#check(parse(only));
    if ('violations' in checked) return crash(`Its result is malformed: ${checked.violations.join('; ')}.`);
    const distrust = distrustOf(id, checked.value, result);
    return distrust === undefined ? { event: 'case.finished', ...checked.value } : crash(distrust);
  }

  /** Playwright swallows what a reporter throws; a lost event is told here, and the case then counts as not run. */
  #record(event: NewEvent): NewEvent | undefined {
    try {
      return this.#log.append(event);
    } catch (error) {
      if (this.#lost === undefined) this.#spectator.note(`Events are being lost: ${String(error)}`);
      this.#lost = error;
      return undefined;
    }
  }
}

function endWithStdin(): void {
  process.stdin.once('end', () => process.exit(EXIT.unjudged)).resume();
  if ('unref' in process.stdin) process.stdin.unref();
}

function withoutResult(result: TestResult): string {
  switch (result.status) {
    case 'passed':
      return 'It ended without a judged result, so its green means nothing.';
    case 'skipped':
      return 'It was skipped; a missing prerequisite is never a skip.';
    case 'failed':
    case 'timedOut':
    case 'interrupted':
      return textOf(result.errors);
    default:
      return result.status satisfies never;
  }
}

/** Why a well-formed result must not be believed, if so. */
function distrustOf(id: string, judged: CaseResult, result: TestResult): string | undefined {
  if (judged.id !== id) return `Its result is that of another case, ${judged.id}.`;
  if (judged.verdict !== 'passed' || result.status === 'passed') return undefined;
  return `It was judged passed, and then the test ${result.status}: ${textOf(result.errors)}`;
}

function parse({ body, path }: TestResult['attachments'][number]): unknown {
  try {
    const bytes = body ?? (path === undefined ? '' : readFileSync(path));
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function textOf(errors: readonly TestError[]): string {
  const texts = errors.map(({ message, stack, value }) => stack ?? message ?? value ?? '').filter(Boolean);
  return clip(stripVTControlCharacters(texts.join('\n')) || 'It failed without a message.', MAX_ERROR_CHARS);
}

// biome-ignore lint/style/noDefaultExport: Playwright loads a reporter by its default export
export default AssayReporter;
