import { clauseSuite } from '../contract/clause-suite.ts';
import { performContract } from '../contract/perform.ts';
import { CASES } from './clauses/index.ts';

/** Durable before acknowledged: its cases hold up inserts, kill the platform and restart its database. */
export const suite = clauseSuite({
  name: 'durability',
  title:
    'What was acknowledged is there, whatever dies behind the acknowledgement, and what cannot be kept is told.',
  isolation: 'own',
  clock: 'driven',
  costly: true,
  cases: CASES,
  perform: performContract,
  proof: async () => (await import('./proof.ts')).proof(),
});
