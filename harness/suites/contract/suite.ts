import { clauseSuite } from './clause-suite.ts';
import { CASES } from './clauses/index.ts';
import { performContract } from './perform.ts';

/** The clauses of the platform's contract, as far as the time of day does not matter. */
export const suite = clauseSuite({
  name: 'contract',
  title: 'The platform answers, stores and tells what each clause of the contract says.',
  cases: CASES,
  perform: performContract,
  proof: async () => (await import('./proof.ts')).proof(),
});
