/** The checks that a corpus goes through; each name is stable and appears in reports. */
export const RULES = [
  'yaml',
  'schema',
  'format-version',
  'unknown-key',
  'id',
  'rule',
  'duplicate-id',
  'missing-sidecar',
  'missing-payload',
  'orphan-payload',
  'stray-file',
  'provenance',
  'personal-data',
  'secret',
  'headers',
  'size',
  'fill',
  'parses',
  'nonce',
  'capture',
  'returns',
  'restarts',
  'one-cause',
  'coverage',
  'policy-share',
  'sdk-line',
  'pins',
  'tombstone',
  'removal',
] as const;
export type Rule = (typeof RULES)[number];

/** One thing wrong with the corpus: where (path from the corpus folder), which rule, what, and how to mend it. */
export interface CorpusProblem {
  readonly file: string;
  readonly rule: Rule;
  readonly message: string;
  readonly fix: string;
}
