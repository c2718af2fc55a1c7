import { describe, expect, test } from 'vitest';
import { foundBy } from '../testing.ts';

describe('absent', () => {
  test.each([
    ['taken out of its object', 'const { env } = process;\nuse(env.A);', 'a.ts:2:5 env'],
    ['behind a name for its object', 'const here = process;\nuse(here.env.A);', 'a.ts:2:5 here.env'],
    ['taken out of what it is in', 'const { A } = process.env;\nuse(A);', 'a.ts:1:15 process.env'],
  ])('finds a pattern %s', (_, text, found) => {
    expect(foundBy('absent', { files: ['**'], patterns: ['process.env'] }, { 'a.ts': text })).toEqual([
      found,
    ]);
  });
});
