import { expect, test } from 'vitest';
import type { Need } from '../../canary/canary.ts';
import { type RuntimeTerms, USUAL_TERMS } from '../../config/runtime-terms.ts';
import { whyNotClaimed } from './claims.ts';

function why(needs: readonly Need[], terms: Partial<RuntimeTerms> = {}, service?: string) {
  const endpoint = { terms: { ...USUAL_TERMS, ...terms }, ...(service !== undefined && { service }) };
  return whyNotClaimed({ needs }, endpoint, { claims: ['files', 'issued-context', 'durable'] });
}

test.each<readonly [Need, Partial<RuntimeTerms>, string | undefined]>([
  ['files', {}, undefined],
  ['sessions', { session: 'history' }, undefined],
  ['isolation', {}, undefined],
  ['restart', {}, 'canary-runtime'],
  ['issued-context', {}, undefined],
  ['issued-context', { session: 'issued' }, undefined],
])('a canary that needs %s applies where that is claimed', (need, terms, service) => {
  expect(why([need], terms, service)).toBeUndefined();
});

test.each<readonly [Need, Partial<RuntimeTerms>, RegExp]>([
  ['memory', {}, /does not claim a memory/],
  ['cancel', {}, /does not claim that a turn can be cancelled/],
  ['sessions', { session: 'none' }, /keeps no session/],
  ['isolation', { scope: 'workspace' }, /one session for the whole workspace/],
  ['restart', {}, /runs elsewhere/],
  ['issued-context', { session: 'history' }, /does not claim to issue contexts/],
])('a canary that needs %s does not apply where it is not', (need, terms, reason) => {
  expect(why(['files', need], terms)).toMatch(reason);
});
