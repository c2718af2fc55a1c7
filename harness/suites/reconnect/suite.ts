import { clauseSuite } from '../contract/clause-suite.ts';
import { CASES } from './cases/index.ts';
import { performReconnect } from './reconnect-case.ts';

const byId = new Map(CASES.map((each) => [`reconnect/${each.name}`, each]));
const base = clauseSuite({
  name: 'reconnect',
  title:
    'A browser keeps control of a desktop for as long as somebody sits there, and gets it back when the line breaks.',
  isolation: 'own',
  clock: 'driven',
  costly: true,
  // Planned as they are; performed below, in a page.
  cases: CASES.map((each) => ({ ...each, act: async () => undefined })),
  proof: async () => (await import('./proof.ts')).proof(),
});

/** The client of I.5, in a real browser. */
export const suite: typeof base = {
  ...base,
  needs: ['platform', 'control-plane', 'database', 'desktop', 'browser'],
  runner: 'playwright',
  perform: (bench, at) => {
    const found = byId.get(at.planned.id);
    if (!found) throw new Error(`${at.planned.id} was planned, and is no longer there`);
    return performReconnect(found, bench, at);
  },
};
