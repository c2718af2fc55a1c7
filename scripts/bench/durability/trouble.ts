import type { Control } from './control.ts';
import type { Discrepancies, Posted } from './ledger.ts';
import type { Worked } from './shift.ts';

/** What is wrong with a message. */
export type Wrong = keyof Discrepancies;

/** A message that is not as its acknowledgement says. */
export interface Trouble {
  readonly wrong: Wrong;
  readonly posted: Posted;
}

/** What decides how the bench ends. */
export interface Outcome {
  readonly control: readonly Control[];
  readonly trouble: readonly Trouble[];
}

/** Every message with which something was wrong right after its round, or in the end; once for each thing. */
export function troubleIn(worked: readonly Worked[]): readonly Trouble[] {
  const looks = worked.flatMap(({ played, inTheEnd }) => [...played, inTheEnd]);
  const found = looks.flatMap(({ lost, duplicated, altered }) => [
    ...lost.map((posted): Trouble => ({ wrong: 'lost', posted })),
    ...duplicated.map((posted): Trouble => ({ wrong: 'duplicated', posted })),
    ...altered.map((posted): Trouble => ({ wrong: 'altered', posted })),
  ]);
  return [...new Map(found.map((each) => [`${each.wrong} ${each.posted.id}`, each])).values()];
}

/** Whether every message was kept, and a platform that loses them was caught in each round. */
export function isSound({ control, trouble }: Outcome): boolean {
  return trouble.length === 0 && control.every(({ rounds, caught }) => caught === rounds);
}
