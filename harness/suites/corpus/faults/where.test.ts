import { expect, test } from 'vitest';
import { resolveKills } from '../../../faults/resolve.ts';
import type { CaseIdentity, Facets } from '../../../support/case.ts';
import { suite } from '../suite.ts';
import { replyTextAltered } from './replies/reply-text-altered.ts';
import { answeredThroughPlatform, bringsMessageId, hasOddHeaders, refusedBehindPlatform } from './where.ts';

const SCENE = {
  revision: 'R3',
  subjectName: 'reference',
  capabilities: ['chat-history', 'control-plane', 'database', 'events'],
  hasPlatform: true,
  standsForRuntimes: true,
} as const;

const BROUGHT: Facets = { route: 'platform', expected: 'delivered', messageId: 'own' };
const REFUSED: Facets = { route: 'platform', expected: 'rejected-by-runtime' };
const ODD: Facets = { route: 'direct', expected: 'rejected-by-runtime', headers: 'odd' };

test('what brings an id is delivered through the platform and has one', () => {
  expect(bringsMessageId(about(BROUGHT))).toBe(true);
  expect(bringsMessageId(about({ route: 'platform', expected: 'delivered' }))).toBe(false);
  expect(bringsMessageId(about({ ...BROUGHT, route: 'direct' }))).toBe(false);
  expect(bringsMessageId(about({ ...BROUGHT, expected: 'policy' }))).toBe(false);
});

test('what is refused behind the platform is refused by the runtime, not by the platform', () => {
  expect(refusedBehindPlatform(about(REFUSED))).toBe(true);
  expect(refusedBehindPlatform(about({ ...REFUSED, expected: 'rejected-by-platform' }))).toBe(false);
  expect(refusedBehindPlatform(about({ ...REFUSED, route: 'direct' }))).toBe(false);
  expect(refusedBehindPlatform(about({ ...REFUSED, agent: 'failing' }))).toBe(false);
});

test('odd headers count where they reach a runtime and the case is judged', () => {
  expect(hasOddHeaders(about(ODD))).toBe(true);
  expect(hasOddHeaders(about({ ...ODD, expected: 'delivered' }))).toBe(true);
  expect(hasOddHeaders(about({ ...ODD, route: 'platform' }))).toBe(false);
  expect(hasOddHeaders(about({ ...ODD, expected: 'policy' }))).toBe(false);
  expect(hasOddHeaders(about({ route: 'direct', expected: 'delivered' }))).toBe(false);
});

test('what an agent answers through the platform is delivered there, and not polled', () => {
  const answered: Facets = { route: 'platform', expected: 'delivered' };
  expect(answeredThroughPlatform(about(answered))).toBe(true);
  expect(answeredThroughPlatform(about({ ...answered, agent: 'slow' }))).toBe(true);
  expect(answeredThroughPlatform(about({ ...answered, agent: 'poll' }))).toBe(false);
  expect(answeredThroughPlatform(about({ ...answered, route: 'direct' }))).toBe(false);
  expect(answeredThroughPlatform(about({ ...answered, expected: 'rejected-by-runtime' }))).toBe(false);
});

test('a platform that alters nothing but the text of replies is due to turn every answered case red', async () => {
  const plan = await suite.plan(SCENE);
  const due = new Set(resolveKills(replyTextAltered, plan).map(({ caseId }) => caseId));
  const delivered = plan.cases.filter(
    ({ facets }) => facets.route === 'platform' && facets.expected === 'delivered',
  );
  const spared = delivered.filter(({ id }) => !due.has(id));
  expect(due.size).toBeGreaterThan(200);
  expect(new Set(spared.map(({ facets }) => facets.agent))).toEqual(new Set(['poll']));
});

function about(facets: Facets): CaseIdentity {
  return { id: 'corpus/a@strict', suite: 'corpus', title: 'a case', clause: 'A.4', facets };
}
