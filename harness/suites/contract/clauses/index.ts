import type { ContractCase } from '../language/index.ts';
import { ORDER } from './a1-order.ts';
import { POLL } from './a5-poll.ts';
import { QUEUE } from './b-queue.ts';
import { DELETE } from './f4-delete.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [
  // A: a message on its way.
  ...ORDER,
  ...POLL,

  // B: the queue of a busy agent.
  ...QUEUE,

  // F: workspaces.
  ...DELETE,
];
