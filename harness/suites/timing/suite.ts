import { clauseSuite } from '../contract/clause-suite.ts';
import { performContract } from '../contract/perform.ts';
import { CASES } from './clauses/index.ts';

/** The clauses in which time passes: its cases put the clock of the platform forward. */
export const suite = clauseSuite({
  name: 'timing',
  title:
    'What the platform does as time goes by: it gives up, expires, sweeps and forgets when the contract says so.',
  isolation: 'own',
  clock: 'driven',
  cases: CASES,
  perform: performContract,
  proof: async () => (await import('./proof.ts')).proof(),
});
