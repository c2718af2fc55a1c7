/** What a document is that is taken for a report, in words; nothing where it looks like nothing that we know. */
export function foreignKind(text: string, value?: unknown): string | undefined {
  if (/^\s*(<\?xml|<testsuites?\b)/.test(text)) return 'a JUnit report';
  if (/^\s*<(!doctype html|html)/i.test(text)) return 'a page of HTML';
  if (/^\s*\{"event":/.test(text)) return 'an event log';
  const keys = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  return SIGNS.find(({ all }) => all.every((key) => keys.has(key)))?.kind;
}

/** Keys by which documents are known that lie beside a report, or that other tools write. */
const SIGNS: readonly { readonly all: readonly string[]; readonly kind: string }[] = [
  { all: ['reportFormat', 'results'], kind: 'a CTRF report' },
  { all: ['$schema', 'runs'], kind: 'a SARIF log' },
  { all: ['payloadType', 'signatures'], kind: 'a signed attestation' },
  { all: ['_type', 'predicateType'], kind: 'an in-toto statement' },
  { all: ['mutants', 'neutral', 'broken'], kind: 'the document of a proof' },
  { all: ['config', 'suites', 'errors'], kind: 'a report of Playwright' },
  { all: ['numTotalTests', 'testResults'], kind: 'a report of Jest or Vitest' },
];
