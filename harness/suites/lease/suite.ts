import { clauseSuite } from '../contract/clause-suite.ts';
import { CASES } from './cases/index.ts';
import { performLease } from './lease-case.ts';

const byId = new Map(CASES.map((each) => [`lease/${each.name}`, each]));
const base = clauseSuite({
  name: 'lease',
  title: 'Whoever takes control of a desktop has it alone, for as long as the lease says and no longer.',
  isolation: 'own',
  clock: 'driven',
  // Planned as they are; performed below, with a desktop at hand.
  cases: CASES.map((each) => ({ ...each, act: async () => undefined })),
  proof: async () => (await import('./proof.ts')).proof(),
});

/** Control of a desktop over HTTP and WebSocket (I.2–I.4). */
export const suite: typeof base = {
  ...base,
  needs: ['platform', 'control-plane', 'database', 'desktop'],
  perform: (bench, at) => {
    const found = byId.get(at.planned.id);
    if (!found) throw new Error(`${at.planned.id} was planned, and is no longer there`);
    return performLease(found, bench, at);
  },
};
