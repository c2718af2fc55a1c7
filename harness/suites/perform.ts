import type { Page } from '@playwright/test';
import { takeHandle, type WorldDescription } from '../environment/index.ts';
import type { CaseResult } from '../report/event.ts';
import { identityOf, type PlannedCase } from '../support/case.ts';
import { describeError, HarnessError } from '../support/errors.ts';
import { createRedactor, type Redactor } from '../support/redaction/redactor.ts';
import { isQuiet } from '../support/verdict.ts';
import type { Sender } from '../wire/sender.ts';
import { type HeldEvidence, holdBack, openEvidence } from './evidence.ts';
import { type Guests, guestsOf } from './guests.ts';
import { logLinesOf, logStarts } from './log-lines.ts';
import type { CaseAt, Judged, Setting, Suite } from './suite.ts';

/** Where the cases of one process are performed. */
export interface Stage {
  readonly setting: Setting;
  readonly world?: WorldDescription;
  readonly page?: Page;
  /** The run's; without it what one case learns is not known to the others. */
  readonly redactor?: Redactor;
  /** Which results are explained: by the lines of logs, and by evidence that stays. All of them unless told otherwise. */
  readonly explains?: (judged: Judged) => boolean;
  /** What the requests of cases go through, where something is planted into that. */
  readonly sending?: (sender: Sender) => Sender;
  /** Called when a case says that it only waits from now on. */
  readonly onIdle?: () => void;
}

/** A suite that was opened in this process. */
export interface OpenSuite extends AsyncDisposable {
  perform(planned: PlannedCase, stage: Stage): Promise<CaseResult>;
  /** Takes away what its cases have made on a platform that is there longer; answers in words what is left. */
  leave(): Promise<readonly string[]>;
}

/** Opens a suite in this process; disposing it closes its bench. */
export async function openSuite(suite: Suite): Promise<OpenSuite> {
  const bench = await suite.open();
  let guests: Guests | undefined;
  return {
    perform: (planned, stage) => {
      guests ??= guestsOf(stage.world);
      return performCase(suite, bench, planned, { ...stage, guests });
    },
    leave: async () => (await guests?.leave()) ?? [],
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

/** Acts, records, then judges: the result of one case, as reports carry it. Never throws: a crash is a result. */
async function performCase(
  suite: Suite,
  bench: AsyncDisposable,
  planned: PlannedCase,
  stage: Stage & { readonly guests: Guests },
): Promise<CaseResult> {
  const startedMs = performance.now();
  const { setting, world, page, guests, sending, onIdle: idle = () => undefined } = stage;
  const redactor = redactorFor(stage);
  const evidence = evidenceFor(stage, planned, redactor);
  const handle = () => takeHandle(worldOf(planned, world), { by: planned.id });
  const at: CaseAt = {
    ...{ planned, setting, world, handle, page, redactor, evidence, guests, idle },
    ...(sending && { sending }),
  };
  const judged = await performAndJudge(suite, bench, at, stage)
    .catch(crash)
    .then(released(evidence, stage))
    .catch(crash);
  return {
    ...identityOf(planned),
    // A copy too: what was cut out of a long text would keep all of it in memory, for as long as results are.
    ...redactor.value(judged),
    durationMs: Math.round(performance.now() - startedMs),
    reproduce: planned.reproduce,
    evidence: evidence.files(),
  };
}

/** What is kept of all cases is written at once, so that a crash loses nothing. */
function evidenceFor({ setting, explains }: Stage, { id }: PlannedCase, redactor: Redactor): HeldEvidence {
  const evidence = openEvidence(setting.runDirectory, id, redactor);
  return explains ? holdBack(evidence) : { ...evidence, release: () => undefined };
}

function released({ release }: HeldEvidence, { explains = always }: Stage): (judged: Judged) => Judged {
  return (judged) => {
    if (explains(judged)) release();
    return judged;
  };
}

const always = () => true;

function redactorFor({ world, setting, redactor }: Stage): Redactor {
  const known = redactor ?? createRedactor({ secrets: [], key: setting.redactionKey });
  for (const secret of world?.secrets ?? []) known.learn(secret);
  return known.branch();
}

async function performAndJudge(
  suite: Suite,
  bench: AsyncDisposable,
  at: CaseAt,
  { explains = always }: Stage,
) {
  const starts = logStarts(at.world);
  const { trail, ...judged } = suite.judge(await suite.perform(bench, at), at);
  if (isQuiet(judged) || !trail || !explains(judged)) return judged;
  return { ...judged, logLines: await logLinesOf(trail, starts, at) };
}

/** The world of a case that needs one. Throws `HarnessError` where the suite did not say that it does. */
export function worldOf({ id, suite }: PlannedCase, world: WorldDescription | undefined): WorldDescription {
  if (world) return world;
  throw new HarnessError({
    code: 'NO_WORLD',
    message: `${id} needs a world, and none was booted.`,
    fix: `Say what the suite ${suite} needs: \`needs\` in its suite.ts.`,
  });
}

/** What the harness itself could not do. */
function crash(error: unknown): Judged {
  const reason = describeError(error, { inFull: true });
  return { verdict: 'errored', findings: [], reason, observations: 0, bytesSent: 0 };
}
