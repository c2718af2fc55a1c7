import type { Fault } from '../../../faults/fault.ts';
import { codingUntrue } from './coding-untrue.ts';
import { cutTurnForgotten } from './cut-turn-forgotten.ts';
import { historyLost } from './history-lost.ts';
import { streamCut } from './stream-cut.ts';
import { streamFails } from './stream-fails.ts';

/** Regressions of what is said on the wire; they stand apart from those that are preloaded into a service. */
export const WIRE_FAULTS: readonly Fault[] = [
  codingUntrue,
  streamCut,
  streamFails,
  historyLost,
  cutTurnForgotten,
];
