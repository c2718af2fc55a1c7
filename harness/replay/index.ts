// What the command line may use of replaying in bulk.
export { entryItems } from './entry-source.ts';
export {
  type BulkExpectation,
  expectationInWords,
  expectationNamed,
} from './expectation.ts';
export type { BulkItem } from './item.ts';
export { ndjsonItems } from './ndjson-source.ts';
export { type BulkOptions, replayBulk } from './replay-bulk.ts';
export { type BulkResult, type ResultWriter, resultWriter } from './result.ts';
export type { BulkProgress, BulkSummary } from './summary.ts';
