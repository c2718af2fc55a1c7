import { createHash } from 'node:crypto';
import type { Expectation } from '../corpus/entry.ts';
import { worldLogLines } from '../environment/index.ts';
import type { CaseRecord } from '../replay/case-record.ts';
import { diffOf } from '../replay/diff-of.ts';
import { type CaseJudgement, judgeCase } from '../replay/judge/judge-case.ts';
import { replayCase } from '../replay/replay-case.ts';
import { createSender } from '../replay/wire/sender.ts';
import type { CaseResult } from '../report/event.ts';
import { HarnessError } from '../support/errors.ts';
import type { Bench } from './bench.ts';
import { type Evidence, openEvidence } from './evidence.ts';
import type { ExecutableCase } from './execution.ts';

const MAX_LOG_LINES = 20;

/** Acts, records, then judges: one entry replayed to one runtime, and the result as the report carries it. */
export async function corpusCase(bench: Bench, planned: ExecutableCase): Promise<CaseResult> {
  const startedMs = performance.now();
  const evidence = openEvidence(bench.execution.runDirectory, planned.id);
  const record = await replay(bench, planned, evidence);
  evidence.record(record);
  const { entry, runtime } = subjectOf(bench, planned);
  const judged = judgeCase(entry, runtime, bench.execution.revision, record);
  return {
    ...identityOf(planned),
    ...statementOf(judged),
    ...trafficOf(record),
    ...(judged.verdict === 'passed' ? {} : explain(bench, record, evidence)),
    durationMs: Math.round(performance.now() - startedMs),
    reproduce: planned.reproduce,
    evidence: evidence.files(),
  };
}

function replay(bench: Bench, planned: ExecutableCase, evidence: Evidence): Promise<CaseRecord> {
  const { world, transport, redactor, execution } = bench;
  const sender = createSender({ transport, redactor, onExchange: evidence.exchange });
  return replayCase({
    ...subjectOf(bench, planned),
    ...{ world, transport, redactor, sender },
    revision: execution.revision,
    freshNonce: () => seededNonce(execution.seed, planned.id),
  });
}

function subjectOf(bench: Bench, { id, entryId, runtime }: ExecutableCase) {
  if (entryId !== undefined && runtime !== undefined) return { entry: bench.entry(entryId), runtime };
  throw new HarnessError({ code: 'NOT_A_CORPUS_CASE', message: `${id} names no entry and runtime.` });
}

/** Follows from seed and case, so that a run can be repeated byte for byte, and differs for every case. */
function seededNonce(seed: number, caseId: string): string {
  const digest = createHash('sha256').update(`${seed}/${caseId}`).digest();
  return `ASSAY-${[...digest.subarray(0, 18)].map((byte) => (byte % 36).toString(36)).join('')}`;
}

function identityOf({ id, suite, title, clause, family, runtime }: ExecutableCase) {
  return { ...{ id, suite, title, clause }, ...(family && { family }), ...(runtime && { runtime }) };
}

function statementOf({ verdict, findings, policy, reason, outcome, expected }: CaseJudgement) {
  return {
    ...{ verdict, findings, expectedOutcome: expectationInWords(expected) },
    ...(policy && { policy }),
    ...(reason !== undefined && { reason }),
    ...(outcome && { outcome }),
  };
}

function expectationInWords(expected: Expectation): string {
  switch (expected.outcome) {
    case 'delivered':
      return 'delivered';
    case 'rejected':
      return `rejected by the ${expected.by} with ${expected.status}: ${expected.cause}`;
    case 'policy':
      return `policy: ${expected.today} with ${expected.status}`;
    default:
      return expected satisfies never;
  }
}

function trafficOf({ steps }: CaseRecord) {
  return {
    requests: steps.length,
    bytesSent: steps.reduce((sum, { exchange }) => sum + exchange.request.body.bytes, 0),
  };
}

function explain({ world, redactor }: Bench, record: CaseRecord, evidence: Evidence) {
  const last = record.steps.at(-1)?.exchange ?? record.prepare.at(-1);
  const found = last ? worldLogLines(world, last.requestId, { maxLines: MAX_LOG_LINES }) : [];
  const logLines = found.map(({ service, text }) => `${service}: ${redactor.text(text)}`);
  if (logLines.length > 0) evidence.logs(logLines);
  return { ...(record.steps.length > 0 && { diff: journeyInWords(record) }), logLines };
}

/** The payload of the last step in full, and where it changed on its way. */
function journeyInWords(record: CaseRecord): string {
  const journey = diffOf(record, record.steps.length - 1);
  if (!journey) return '';
  const { sent, forwarded, received, sentToForwarded, forwardedToReceived } = journey;
  const changes = [sentToForwarded, forwardedToReceived].filter((change) => change !== '');
  if (changes.length > 0) return changes.join('\n');
  return [`sent: ${sent}`, `forwarded: ${forwarded}`, `received: ${received}`].join('\n');
}
