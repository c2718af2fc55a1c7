import type { ContractCase } from '../language/index.ts';
import { ORDER } from './a1-order.ts';
import { POLL } from './a5-poll.ts';
import { DELETE } from './f4-delete.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...ORDER, ...POLL, ...DELETE];
