import { expect, it } from 'vitest';
import { isQuiet, VERDICTS } from './verdict.ts';

it("only what passed needs no explanation, and of today's behaviour only what is as it was recorded", () => {
  expect(VERDICTS.filter((verdict) => isQuiet({ verdict }))).toEqual(['passed']);
  expect(isQuiet({ verdict: 'passed', policy: 'as-recorded' })).toBe(true);
  expect(isQuiet({ verdict: 'passed', policy: 'changed' })).toBe(false);
});
