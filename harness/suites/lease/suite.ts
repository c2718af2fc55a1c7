import { clauseSuite } from '../contract/clause-suite.ts';
import { CASES } from './cases/index.ts';
import { performLease } from './lease-case.ts';

/** Control of a desktop over HTTP and WebSocket (I.2–I.4). */
export const suite = clauseSuite({
  name: 'lease',
  title: 'Whoever takes control of a desktop has it alone, for as long as the lease says and no longer.',
  isolation: 'own',
  clock: 'driven',
  alsoNeeds: ['desktop'],
  cases: CASES,
  perform: performLease,
  proof: async () => (await import('./proof.ts')).proof(),
});
