import { openTransport, type Transport } from '../../wire/transmit.ts';
import type { Suite } from '../suite.ts';
import { judgeWire } from './judge.ts';
import { type Observed, performWire } from './perform.ts';
import { planWire } from './plan.ts';

/** Whether canaries test the wire that runtimes have: what a platform forwards (A.7). */
export const suite: Suite<Transport, Observed> = {
  name: 'canary-wire',
  title: 'What canaries send to a runtime is what the platform forwards to it for the same turn.',
  needs: ['platform', 'runtimes', 'database'],
  isolation: 'shared',
  runner: 'in-line',
  groups: [],
  plan: async (scene) => planWire(scene),
  open: async () => openTransport(),
  perform: performWire,
  judge: judgeWire,
  proof: async () => (await import('./proof.ts')).proof(),
};
