export { type Census, type Count, censusOf } from './census.ts';
export { type CheckOptions, checkCorpus } from './check.ts';
export { expectationFor, expectationsOf } from './expectation.ts';
export { type Corpus, loadCorpus } from './load.ts';
export {
  MAX_EXPANDED_BYTES,
  NONCE_PLACEHOLDER,
  type PayloadValues,
  payloadBytes,
  payloadTemplate,
} from './payload.ts';
export type { CorpusProblem, Rule } from './problem.ts';
export { loadSoundEntries } from './sound.ts';
export { familiesTable } from './table.ts';
