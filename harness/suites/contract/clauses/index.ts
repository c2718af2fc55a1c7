import { HarnessError } from '../../../support/errors.ts';
import type { ContractCase } from '../language/index.ts';
import { ORDER } from './a1-order.ts';
import { POLL } from './a5-poll.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...ORDER, ...POLL];

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
