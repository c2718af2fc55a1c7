import type { ContractCase } from '../../contract/language/index.ts';
import { AFTER_DEATH } from './after-death.ts';
import { BEFORE_THE_REPLY } from './before-the-reply.ts';

/** Every case about what is kept. */
export const CASES: readonly ContractCase[] = [
  // While everybody lives.
  ...BEFORE_THE_REPLY,

  // When somebody dies.
  ...AFTER_DEATH,
];
