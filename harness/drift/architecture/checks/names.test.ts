import { describe, expect, test } from 'vitest';
import { emptyIn, foundBy } from '../testing.ts';

describe('a side without names', () => {
  const rule = { match: 'equal', ignore: [] } as const;
  const values = ['a', 'b'];

  test('says once that a side has no name at all, not once for each name of the other', () => {
    const left = { files: ['gone.py'], list: 'NAMES' };
    const found = { ...rule, left, right: { values } };
    expect(foundBy('names', found, { 'a.py': 'x = 1\n' })).toEqual([]);
    expect(emptyIn('names', found, { 'a.py': 'x = 1\n' })).toEqual(['left: no file matches ‘gone.py’']);
  });

  test.each([
    ['a list without items', 'NAMES = []\n', 'a.py:1:1'],
    ['a list of another name', 'x = 1\n', 'a.py:1:1'],
  ])(
    'finds each name that the other side has too much when a file was read and gives none: %s',
    (_, text, at) => {
      const left = { files: ['a.py', 'gone.py'], list: 'NAMES' };
      const found = { ...rule, left, right: { values } };
      expect(foundBy('names', found, { 'a.py': text })).toEqual([`${at} a`, `${at} b`]);
      const turned = { ...rule, left: { values }, right: left };
      expect(foundBy('names', turned, { 'a.py': text })).toEqual([' a', ' b'].map((name) => `:1:1${name}`));
    },
  );

  test('finds nothing in a side whose only file is not understood', () => {
    const left = { files: ['a.py'], list: 'NAMES' };
    expect(foundBy('names', { ...rule, left, right: { values } }, { 'a.py': 'def NAMES(:\n  ]]\n' })).toEqual(
      [],
    );
  });

  test('says what it could not find anything in, and what it ignores without need', () => {
    const left = { files: ['a.py', 'gone.py'], list: 'NAMES' };
    expect(emptyIn('names', { ...rule, left, right: { values } }, { 'a.py': 'x = 1\n' })).toEqual([
      'left: no file matches ‘gone.py’',
    ]);
    expect(
      emptyIn(
        'names',
        { ...rule, left: { ...left, files: ['a.py'] }, right: { values } },
        { 'a.py': 'x = 1\n' },
      ),
    ).toEqual(['left: the files give no name']);
    const ignore = [{ name: 'a', reason: 'it was late' }];
    expect(
      foundBy(
        'names',
        { ...rule, ignore, left: { ...left, files: ['a.py'] }, right: { values } },
        { 'a.py': 'NAMES = ["a", "b"]\n' },
      ),
    ).toEqual(['a.py:1:1 a']);
  });
});
