import { expect, test } from 'vitest';
import { rerunAll } from './rerun.ts';
import { narrowingFor } from './selection.ts';

const SELECTION = {
  selected: ['corpus/a@strict', 'corpus/a@0.3', 'corpus/b.c@0.3'],
  passedBy: ['corpus/b.c@strict', 'corpus/z@0.3', 'drift-enum/*'],
  isFixed: false,
};

const touching = (...entries: readonly string[]) => ({ ...rerunAll('Changed'), entries });

function matchedBy(narrowing: ReturnType<typeof narrowingFor>): readonly string[] {
  const pattern = narrowing.kind === 'within' ? new RegExp(narrowing.pattern) : /(?!)/;
  return ['corpus/a@strict', 'corpus/b.c@0.3', 'corpus/bxc@0.3', 'corpus/new@1.x', 'corpus/z@0.3'].filter(
    (id) => pattern.test(id),
  );
}

test('everything is the selection as the command line says it', () => {
  expect(narrowingFor(rerunAll('Enter'), SELECTION)).toEqual({ kind: 'whole' });
});

test('touched entries are matched whole, and those that were passed by are left out', () => {
  expect(matchedBy(narrowingFor(touching('a', 'b.c', 'z'), SELECTION))).toEqual([
    'corpus/a@strict',
    'corpus/b.c@0.3',
  ]);
});

test('an entry that was passed by has nothing to run', () => {
  expect(narrowingFor(touching('z'), SELECTION)).toEqual({ kind: 'outside' });
});

test('an entry that nobody knew is run', () => {
  expect(matchedBy(narrowingFor(touching('new'), SELECTION))).toEqual(['corpus/new@1.x']);
});

test('a selection that came from a report stays what it was', () => {
  const fixed = { ...SELECTION, isFixed: true };
  expect(matchedBy(narrowingFor(rerunAll('Enter'), fixed))).toEqual(['corpus/a@strict', 'corpus/b.c@0.3']);
  expect(matchedBy(narrowingFor(touching('a'), fixed))).toEqual(['corpus/a@strict']);
  expect(narrowingFor(touching('new'), fixed)).toEqual({ kind: 'outside' });
});
