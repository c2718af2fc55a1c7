// What the suites, the runner and the command line may use of replaying.

export { freshNonce, seededNonce } from '../../wire/nonce.ts';
export { bytesOf } from '../../wire/recorded-body.ts';
export { createRedactor, type Redactor } from '../../wire/redaction/redactor.ts';
export { createSender, type Departure, type Sender, type Sending, type Sent } from '../../wire/sender.ts';
export {
  openTransport,
  type Transmission,
  type Transport,
  type WireReply,
  type WireRequest,
} from '../../wire/transmit.ts';
export { entryItems } from './bulk/entry-source.ts';
export type { BulkItem } from './bulk/item.ts';
export { ndjsonItems } from './bulk/ndjson-source.ts';
export { type BulkOptions, replayBulk } from './bulk/replay-bulk.ts';
export { type BulkResult, type ResultWriter, resultWriter } from './bulk/result.ts';
export type { BulkProgress, BulkSummary } from './bulk/summary.ts';
export type { CaseContext, ReplayWorld } from './case-context.ts';
export { type CaseRecord, type StepRecord, trimRecord } from './case-record.ts';
export { diffOf, type PayloadJourney } from './diff-of.ts';
export { type CaseJudgement, judgeCase, type StepJudgement } from './judge/judge-case.ts';
export { replayCase } from './replay-case.ts';
export {
  type AgentAnswer,
  type Registration,
  type RuntimeControl,
  runtimeControl,
} from './runtime-control.ts';
