import type { MutantResult } from '../faults/judge.ts';

/** One suite against one broken subject: cases that passed there are vacuous unless the allow-list explains them. */
export interface BrokenResult {
  readonly kind: string;
  readonly executed: number;
  /** Planned cases that came to neither passed nor failed, so that nothing is shown about them. */
  readonly unjudged: number;
  readonly vacuous: readonly string[];
  readonly allowed: readonly string[];
}

/** What `assay prove` found out about the gates; `report.json` carries its figures. */
export interface ProofReport {
  readonly formatVersion: 1;
  readonly seed: number;
  readonly mutants: readonly MutantResult[];
  /** Gated cases that no mutant of the catalogue kills; filled by a proof of the whole catalogue only. */
  readonly unkilled?: readonly string[];
  readonly broken: readonly BrokenResult[];
  readonly verdict: 'proven' | 'unproven' | 'inconclusive';
  /** Why it is not `proven`, worst first. */
  readonly reasons: readonly string[];
}

/** Sums a proof up: an inconclusive part decides before a survivor does, as a red baseline would. */
export function concludeProof(
  parts: Omit<ProofReport, 'verdict' | 'reasons' | 'formatVersion'>,
): ProofReport {
  const open = parts.mutants.filter(({ verdict }) => verdict === 'inconclusive');
  const survived = parts.mutants.filter(({ verdict }) => verdict === 'survived');
  const vacuous = parts.broken.flatMap(({ kind, vacuous }) =>
    vacuous.map((id) => `${id} passes against ${kind}`),
  );
  const idle = parts.broken.filter(({ executed }) => executed === 0);
  const inconclusive = [
    ...open.map(({ mutant }) => `${mutant} could not be judged`),
    ...idle.map(({ kind }) => `no case ran against ${kind}`),
    ...parts.broken
      .filter(({ unjudged }) => unjudged > 0)
      .map(({ kind, unjudged }) => `${unjudged} cases were not judged against ${kind}`),
    ...(parts.mutants.length + parts.broken.length === 0 ? ['nothing was tried'] : []),
  ];
  const unproven = [
    ...survived.map(({ mutant, title }) => `${mutant} survived: ${title}`),
    ...vacuous,
    ...(parts.unkilled ?? []).map((id) => `${id} is killed by no mutant`),
  ];
  const verdict = inconclusive.length > 0 ? 'inconclusive' : unproven.length > 0 ? 'unproven' : 'proven';
  return { formatVersion: 1, ...parts, verdict, reasons: [...inconclusive, ...unproven] };
}
