import { openTransport, type Transport } from '../../wire/transmit.ts';
import type { Suite } from '../suite.ts';
import { judgeCursor } from './judge.ts';
import { type Observed, performCursor } from './perform.ts';
import { planCursors } from './plan.ts';

/** What a client reads that goes through the log of its workspace page by page (C.1). */
export const suite: Suite<Transport, Observed> = {
  name: 'cursor',
  title: 'A page of the activity begins strictly after its cursor, and a cursor that is not there is told.',
  needs: ['platform', 'database'],
  isolation: 'shared',
  runner: 'in-line',
  groups: [],
  plan: async (scene) => planCursors(scene),
  open: async () => openTransport(),
  perform: performCursor,
  judge: judgeCursor,
  proof: async () => (await import('./proof.ts')).proof(),
};
