import { expect, test } from 'vitest';
import { rerunFor } from './rerun.ts';

const WATCHED = { subjectFile: 'compose/subjects/reference.yaml', isPlanted: false };

test('several entries are run again together, each once', () => {
  const paths = ['corpus/valid/b.yaml', 'corpus/valid/b.body', 'corpus/invalid/a.yaml', 'corpus/README.md'];
  expect(rerunFor(paths, WATCHED)).toMatchObject({ inFreshWorld: false, entries: ['a', 'b'] });
});

test('an entry and a source of the harness together ask for everything', () => {
  const paths = ['corpus/valid/b.yaml', 'harness/run.ts'];
  expect(rerunFor(paths, WATCHED)).toMatchObject({ inFreshWorld: false, entries: 'all' });
});

test('a service asks for everything in a fresh world, whatever else was changed', () => {
  const paths = ['corpus/valid/b.yaml', 'compose/platform/main.ts'];
  expect(rerunFor(paths, WATCHED)).toMatchObject({ inFreshWorld: true, entries: 'all' });
});

test('code that boots worlds is said to need a new start', () => {
  const because = expect.stringContaining('until the watch is started again');
  expect(rerunFor(['harness/environment/boot.ts'], WATCHED)).toMatchObject({ entries: 'all', because });
});

test('what touches no verdict asks for nothing', () => {
  expect(rerunFor(['harness/run/lanes.test.ts', 'corpus/README.md'], WATCHED)).toBeUndefined();
});

test('the reason names three files at most, and none that touches nothing', () => {
  const paths = ['corpus/README.md', ...['a', 'b', 'c', 'd', 'e'].map((name) => `corpus/valid/${name}.yaml`)];
  const because = 'Changed: corpus/valid/a.yaml, corpus/valid/b.yaml, corpus/valid/c.yaml and 2 more';
  expect(rerunFor(paths, WATCHED)).toMatchObject({ because });
});
