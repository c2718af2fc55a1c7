import { type FaultResult, judgeFault } from '../faults/judge.ts';
import { type BrokenResult, judgeBroken } from '../faults/judge-broken.ts';
import { judgeNeutral, type NeutralResult } from '../faults/judge-neutral.ts';
import type { Report } from '../report/report.ts';
import type { Seen } from './seen.ts';

/** What `assay prove` found out about the gates; `report.json` carries its figures. */
export interface ProofReport {
  readonly formatVersion: 2;
  readonly seed: number;
  readonly mutants: readonly FaultResult[];
  /** Gated cases that no fault kills; filled by a proof of whole suites only. */
  readonly unkilled?: readonly string[];
  readonly neutral: readonly NeutralResult[];
  readonly broken: readonly BrokenResult[];
  readonly verdict: 'proven' | 'unproven' | 'inconclusive';
  /** Why it is not `proven`, worst first. */
  readonly reasons: readonly string[];
}

/** The findings of a proof, before they are summed up. */
export type ProofParts = Omit<ProofReport, 'verdict' | 'reasons' | 'formatVersion'>;

/** Judges what was seen as faults that must kill. */
export function judgeFaults(seen: readonly Seen[]): readonly FaultResult[] {
  return seen.map(({ trial, kills, observation }) => judgeFault(trial.planted, kills, observation));
}

/** Judges what was seen as variants that must not alarm. */
export function judgeVariants(seen: readonly Seen[]): readonly NeutralResult[] {
  return seen.map(({ trial, observation }) =>
    judgeNeutral(trial.planted, observation, trial.plan.cases.length),
  );
}

/** Judges what was seen as broken subjects. */
export function judgeSubjects(seen: readonly Seen[]): readonly BrokenResult[] {
  return seen.map(({ trial, observation }) => judgeBroken(trial.planted, observation));
}

/** The gated cases of a green run that no fault killed: nothing shows that they can fail. */
export function unkilledCases(baseline: Report, results: readonly FaultResult[]): readonly string[] {
  const killed = new Set(
    results.flatMap(({ cases }) => cases.filter(({ state }) => state === 'killed').map(({ id }) => id)),
  );
  const gated = baseline.cases.filter(({ verdict, policy }) => verdict === 'passed' && policy === undefined);
  return gated.map(({ id }) => id).filter((id) => !killed.has(id));
}

/** Sums a proof up: an inconclusive part decides before a survivor does, as a red baseline would. */
export function concludeProof(parts: ProofParts): ProofReport {
  const inconclusive = openParts(parts);
  const unproven = failedParts(parts);
  const verdict = inconclusive.length > 0 ? 'inconclusive' : unproven.length > 0 ? 'unproven' : 'proven';
  return { formatVersion: 2, ...parts, verdict, reasons: [...inconclusive, ...unproven] };
}

function openParts({ mutants, neutral, broken }: ProofParts): readonly string[] {
  const idle = broken.filter(({ executed }) => executed === 0);
  const open = broken.filter(({ unjudged }) => unjudged > 0);
  const nothing = mutants.length + neutral.length + broken.length === 0;
  return [
    ...mutants
      .filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ mutant, hits }) => `${mutant} could not be judged${hits === 0 ? ': it never ran' : ''}`),
    ...neutral
      .filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ variant, hits }) => `${variant} could not be judged${hits === 0 ? ': it never ran' : ''}`),
    ...idle.map(({ kind }) => `no case ran against ${kind}`),
    ...open.map(({ kind, unjudged }) => `${unjudged} cases were not judged against ${kind}`),
    ...(nothing ? ['nothing was tried'] : []),
  ];
}

function failedParts({ mutants, neutral, broken, unkilled = [] }: ProofParts): readonly string[] {
  return [
    ...mutants
      .filter(({ verdict }) => verdict === 'survived')
      .map(({ mutant, title }) => `${mutant} survived: ${title}`),
    ...neutral.flatMap(({ variant, alarms }) => alarms.map(({ id }) => `${id} is red in ${variant}`)),
    ...broken.flatMap(({ kind, vacuous }) => vacuous.map((id) => `${id} passes against ${kind}`)),
    ...unkilled.map((id) => `${id} is killed by no mutant`),
  ];
}
