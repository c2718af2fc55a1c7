import { clauseSuite } from '../contract/clause-suite.ts';
import { performContract } from '../contract/perform.ts';
import { CASES } from './clauses/index.ts';

/** The clauses that depend on how a platform is set up: its cases restart it with other environment variables. */
export const suite = clauseSuite({
  name: 'settings',
  title:
    'A platform that is set up otherwise does what the contract says of that, and says so where it cannot.',
  isolation: 'own',
  clock: 'driven',
  cases: CASES,
  perform: performContract,
  proof: async () => (await import('./proof.ts')).proof(),
});
