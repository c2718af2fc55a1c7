import type { ContractCase } from '../language/index.ts';
import { ORDER } from './a1-order.ts';
import { POLL } from './a5-poll.ts';
import { DELETE } from './f4-delete.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...ORDER, ...POLL, ...DELETE];
import { QUEUE } from './b-queue.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...ORDER, ...POLL, ...QUEUE];

const BY_ID = new Map(CASES.map((each) => [`contract/${each.name}`, each]));

/** The case of an id. Throws `HarnessError` when there is none. */
export function caseNamed(id: string): ContractCase {
  const found = BY_ID.get(id);
  if (found) return found;
  throw new HarnessError({
    code: 'CASE_GONE',
    message: `The case ${id} was planned, and is no longer there.`,
  });
}
