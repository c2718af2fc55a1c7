import type { ContractCase } from '../../contract/language/index.ts';
import { IDLE } from './a8-idle.ts';
import { RETRY } from './c5-retry.ts';
import { SWEEPS } from './e3-sweeps.ts';

/** Every case in which time passes, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...IDLE, ...RETRY, ...SWEEPS];
