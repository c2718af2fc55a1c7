import { expect, test } from 'vitest';
import { touchedBy } from './touched.ts';

const WATCHED = { subjectFile: 'compose/subjects/reference.yaml', isPlanted: false };

test.each([
  ['corpus/valid/v03-text.yaml', 'v03-text'],
  ['corpus/valid/v03-text.body', 'v03-text'],
  ['corpus/sessions/two-turns.1.body', 'two-turns'],
  ['corpus/sessions/two-turns.12.body', 'two-turns'],
  ['corpus/sessions/two-turns.yaml', 'two-turns'],
  ['corpus/invalid/version-1.2.yaml', 'version-1.2'],
])('%s touches the cases of its entry alone', (path, entry) => {
  expect(touchedBy(path, WATCHED)).toEqual({ what: 'entry', entry });
});

test.each([
  ['compose/platform/http/server.ts', 'world'],
  ['compose/seams.ts', 'world'],
  ['compose/subjects/reference.yaml', 'world'],
  ['corpus/schemas/a2a/0.3.json', 'world'],
  ['corpus/schemas/sidecar.schema.json', 'selection'],
  ['corpus/valid/stray.txt', 'selection'],
  ['harness/suites/corpus/judge/classify.ts', 'selection'],
  ['specs/drift/packs/assay.yaml', 'selection'],
  ['compose/subjects/molecule.yaml', 'nothing'],
  ['corpus/pins.yaml', 'nothing'],
  ['harness/run/lanes.test.ts', 'nothing'],
  ['compose/platform/http/server.test.ts', 'nothing'],
  ['specs/contract.md', 'nothing'],
  ['corpus/valid/.v03-text.yaml.swp', 'nothing'],
  ['corpus/valid/v03-text.yaml~', 'nothing'],
  ['harness/run/4913', 'nothing'],
] as const)('%s touches the %s', (path, what) => {
  expect(touchedBy(path, WATCHED)).toEqual({ what });
});

test('the subject file touches the world, wherever it lies and whatever its name', () => {
  const elsewhere = { ...WATCHED, subjectFile: '/home/me/.assay/subject.md' };
  expect(touchedBy('/home/me/.assay/subject.md', elsewhere)).toEqual({ what: 'world' });
});

test('the harness touches the world when something of it is planted there', () => {
  const planted = { ...WATCHED, isPlanted: true };
  expect(touchedBy('harness/suites/corpus/faults/reply.ts', planted)).toEqual({ what: 'world' });
});
