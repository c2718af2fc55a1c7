/** The ways in which a subject can be worthless; a case that passes against one of them proves nothing. */
export const BROKEN_KINDS = [
  'nothing-listens',
  'empty-object',
  'card-then-empty',
  'always-internal-error',
  'drops-socket',
] as const;
export type BrokenKind = (typeof BROKEN_KINDS)[number];

/** What each broken subject does, in words for a report. */
export const BROKEN_WORDS: Readonly<Record<BrokenKind, string>> = {
  'nothing-listens': 'nothing listens at its address',
  'empty-object': 'answers everything with 200 and {}',
  'card-then-empty': 'has a sound agent card and health check, and answers everything else with 200 and {}',
  'always-internal-error': 'answers everything with 200 and JSON-RPC error -32603',
  'drops-socket': 'reads each request and destroys the connection',
};

/** A running broken subject on loopback; `close` may be called twice. */
export interface Broken extends AsyncDisposable {
  readonly kind: BrokenKind;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}
