import { expect, test } from 'vitest';
import { loadRules } from '../../../drift/index.ts';
import { PACKS, packPath } from '../packs.ts';
import { ARCHITECTURE_DRIFTS } from './catalogue.ts';

test('has at least twenty drifts, each with an id of its own', () => {
  const ids = new Set(ARCHITECTURE_DRIFTS.map(({ id }) => id));
  expect(ids.size).toBe(ARCHITECTURE_DRIFTS.length);
  expect(ids.size).toBeGreaterThanOrEqual(20);
});

test('plants at least one drift against every rule of every shipped pack', () => {
  const planted = new Set(ARCHITECTURE_DRIFTS.map(({ rule }) => rule));
  const shipped = PACKS.flatMap((pack) => loadRules(packPath(pack)).rules.map(({ id }) => id));
  expect(shipped.filter((id) => !planted.has(id))).toEqual([]);
});
