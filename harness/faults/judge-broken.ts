import type { Planted } from './fault.ts';
import type { Observation } from './judge.ts';

/** Cases against one broken subject: those that passed there are vacuous. */
export interface BrokenResult {
  readonly kind: string;
  readonly title: string;
  readonly executed: number;
  /** Planned cases that came to neither passed nor failed, so that nothing is shown about them. */
  readonly unjudged: number;
  readonly vacuous: readonly string[];
}

/** Judges cases by what they said of a broken subject. Of a worthless tree a refusal in words is as red as a finding. */
export function judgeBroken(
  { id, title, plant }: Pick<Planted, 'id' | 'title' | 'plant'>,
  { cases }: Observation,
): BrokenResult {
  const vacuous = cases.filter(({ verdict }) => verdict === 'passed').map(({ id: caseId }) => caseId);
  const failed = cases.filter(({ verdict }) => verdict === 'failed').length;
  const executed = plant.kind === 'tree' ? cases.length : vacuous.length + failed;
  return { kind: id, title, executed, unjudged: cases.length - executed, vacuous };
}
