import { clauseSuite } from '../contract/clause-suite.ts';
import { CASES } from './cases/index.ts';
import { performReconnect } from './reconnect-case.ts';

/** The client of I.5, in a real browser. */
export const suite = clauseSuite({
  name: 'reconnect',
  title:
    'A browser keeps control of a desktop for as long as somebody sits there, and gets it back when the line breaks.',
  isolation: 'own',
  clock: 'driven',
  costly: true,
  runner: 'playwright',
  alsoNeeds: ['desktop', 'browser'],
  cases: CASES,
  perform: performReconnect,
  proof: async () => (await import('./proof.ts')).proof(),
});
