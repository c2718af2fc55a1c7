import { describe, expect, test } from 'vitest';
import { RULES } from './rules/index.ts';
import { OF_FINDINGS } from './test-support/of-findings.ts';
import { OF_IDENTITY } from './test-support/of-identity.ts';
import { OF_RECORD } from './test-support/of-record.ts';
import { OF_SCOPE } from './test-support/of-scope.ts';
import { brokenIn, gateScene } from './test-support/scene.ts';

const FORGERIES = [...OF_FINDINGS, ...OF_SCOPE, ...OF_IDENTITY, ...OF_RECORD];

describe.each(FORGERIES)('$rule: $what', ({ rule, forged, repaired }) => {
  test('is HOLD under that rule alone, and PROMOTE when repaired', async () => {
    const answer = await gateScene(forged);
    expect(brokenIn(answer)).toEqual([rule]);
    expect(answer.verdict).toBe('HOLD');
    expect(answer.why).toContain(`[${rule}]`);
    expect(answer.changes).toHaveLength(1);
    const sound = await gateScene(repaired);
    expect(brokenIn(sound)).toEqual([]);
    expect(sound.verdict).toBe('PROMOTE');
  });

  test('would pass without that rule', async () => {
    expect((await gateScene(forged, rule)).verdict).toBe('PROMOTE');
  });
});

test('every rule has a forgery that nothing else would notice', () => {
  const missing = RULES.filter(({ id }) => !FORGERIES.some(({ rule }) => rule === id));
  expect(missing.map(({ id }) => id)).toEqual([]);
});
