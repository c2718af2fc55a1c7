import { worldLogLines } from '../../environment/index.ts';
import type { Bench } from '../../playwright/bench.ts';
import type { ExecutableCase, Execution } from '../../playwright/execution.ts';
import type { CaseResult } from '../../report/event.ts';
import { describeError, HarnessError } from '../../support/errors.ts';
import { type Evidence, openEvidence } from '../evidence.ts';
import { identityOf, statementOf, trafficOf } from './case-words.ts';
import {
  type CaseRecord,
  createRedactor,
  createSender,
  diffOf,
  judgeCase,
  type Redactor,
  replayCase,
  seededNonce,
} from './index.ts';
import { noteOutcome, whyGivenUp, whyUnprepared } from './patience.ts';

const MAX_LOG_LINES = 20;

/** What a case needs of the run that it belongs to, whoever runs it. */
export type CaseScene = Pick<Bench, 'world' | 'transport' | 'entry'> & {
  readonly execution: Pick<Execution, 'runDirectory' | 'redactionKey' | 'revision' | 'seed' | 'deadlineMs'>;
};

/** One case at work: who runs it, what must not leak of it, where its proof goes. */
interface CaseBench {
  readonly bench: CaseScene;
  readonly planned: ExecutableCase;
  /** Knows the world's secrets and learns those of this case, which end with it. */
  readonly redactor: Redactor;
  readonly evidence: Evidence;
}

/** Acts, records, then judges: one entry replayed to one runtime, and the result as the report carries it. */
export async function corpusCase(bench: CaseScene, planned: ExecutableCase): Promise<CaseResult> {
  const startedMs = performance.now();
  const { execution, world } = bench;
  const redactor = createRedactor({ secrets: world.secrets, key: execution.redactionKey });
  const evidence = openEvidence(execution.runDirectory, planned.id);
  const judged = await judge({ bench, planned, redactor, evidence }).catch((error) => crash(error, redactor));
  return {
    ...identityOf(planned),
    ...judged,
    durationMs: Math.round(performance.now() - startedMs),
    reproduce: planned.reproduce,
    evidence: evidence.files(),
  };
}

async function judge(at: CaseBench) {
  const givenUp = at.bench.execution.deadlineMs === undefined ? whyGivenUp() : undefined;
  if (givenUp !== undefined) return unjudged(givenUp);
  const record = await replay(at);
  at.evidence.record(record);
  const unprepared = whyUnprepared(at.bench.world, record);
  if (unprepared !== undefined) return unjudged(unprepared);
  const { entry, runtime } = targetOf(at);
  const judged = judgeCase(entry, runtime, at.bench.execution.revision, record);
  noteOutcome(judged.outcome);
  const isQuiet = judged.verdict === 'passed' && judged.policy !== 'changed';
  return { ...statementOf(judged), ...trafficOf(record), ...(isQuiet ? {} : explain(at, record)) };
}

function replay(at: CaseBench): Promise<CaseRecord> {
  const { bench, planned, redactor, evidence } = at;
  const { world, transport, execution } = bench;
  return replayCase({
    ...targetOf(at),
    ...{ world, transport, redactor },
    sender: createSender({ transport, redactor, onExchange: evidence.exchange }),
    revision: execution.revision,
    ...(execution.deadlineMs !== undefined && { deadlineMs: execution.deadlineMs }),
    freshNonce: () => seededNonce(`${execution.seed}/${planned.id}`),
  });
}

function targetOf({ bench, planned: { id, entryId, runtime } }: CaseBench) {
  if (entryId !== undefined && runtime !== undefined) return { entry: bench.entry(entryId), runtime };
  throw new HarnessError({ code: 'NOT_A_CORPUS_CASE', message: `${id} names no entry and runtime.` });
}

function explain({ bench, redactor, evidence }: CaseBench, record: CaseRecord) {
  const last = record.steps.at(-1)?.exchange ?? record.prepare.at(-1);
  const found = last ? worldLogLines(bench.world, last.requestId, { maxLines: MAX_LOG_LINES }) : [];
  const logLines = found.map(({ service, text }) => `${service}: ${redactor.text(text)}`);
  if (logLines.length > 0) evidence.logs(logLines);
  return { ...(record.steps.length > 0 && { diff: journeyInWords(record) }), logLines };
}

/** The payload of the last step as it was sent, and what became of it on its way. */
function journeyInWords(record: CaseRecord): string {
  const journey = diffOf(record, record.steps.length - 1);
  if (!journey) return '';
  const { sent, forwarded, received, sentToForwarded, forwardedToReceived } = journey;
  return [
    `sent: ${sent}`,
    sentToForwarded || `forwarded: ${forwarded === sent ? 'as it was sent' : forwarded}`,
    forwardedToReceived || `received: ${received}`,
  ].join('\n');
}

function unjudged(reason: string) {
  return { verdict: 'inconclusive' as const, findings: [], reason, requests: 0, bytesSent: 0 };
}

/** What the harness itself could not do; its words are redacted here, for nobody later knows the secrets. */
function crash(error: unknown, redactor: Redactor) {
  const reason = redactor.text(describeError(error));
  return { verdict: 'errored' as const, findings: [], reason, requests: 0, bytesSent: 0 };
}
