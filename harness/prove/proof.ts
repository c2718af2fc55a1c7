import { isOnTree } from '../faults/fault.ts';
import { type FaultResult, judgeFault } from '../faults/judge.ts';
import { type BrokenResult, judgeBroken } from '../faults/judge-broken.ts';
import { type CaseCounts, judgeNeutral, type NeutralResult } from '../faults/judge-neutral.ts';
import type { Report } from '../report/report.ts';
import type { Narrowing } from './changed/narrow.ts';
import type { RedCase } from './green.ts';
import type { Seen } from './seen.ts';

/** What `assay prove` found out about the gates; `report.json` carries its figures. */
export interface ProofReport {
  readonly formatVersion: 2;
  readonly seed: number;
  /** What it was narrowed to by a change; absent when it was not. */
  readonly narrowing?: Narrowing;
  readonly mutants: readonly FaultResult[];
  /** How many deaths of cases were looked for, of all that these mutants are said to cause; absent without mutants. */
  readonly deaths?: { readonly tried: number; readonly of: number };
  /** Gated cases that no fault kills, of all cases or of those that a change touches; absent when only some ids were tried. */
  readonly unkilled?: readonly string[];
  /** Cases that a fault killed, or that were red in a variant, and are red without it too: that shows nothing. */
  readonly unrestored?: readonly RedCase[];
  readonly neutral: readonly NeutralResult[];
  readonly broken: readonly BrokenResult[];
  /** `unaffected` when nothing was tried because documents and tests alone have changed. */
  readonly verdict: 'proven' | 'unproven' | 'inconclusive' | 'unaffected';
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
  return seen.map((each) => judgeNeutral(each.trial.planted, each.observation, countsOf(each)));
}

/** A tree brings its own cases, and all of them are looked at. */
function countsOf({ trial: { planted, cases, plan }, observation }: Seen): CaseCounts {
  const ofTree = observation.cases.length;
  return isOnTree(planted.plant)
    ? { asked: ofTree, of: ofTree }
    : { asked: cases.size, of: plan.cases.length };
}

/** Judges what was seen as broken subjects. */
export function judgeSubjects(seen: readonly Seen[]): readonly BrokenResult[] {
  return seen.map(({ trial, observation }) => judgeBroken(trial.planted, observation));
}

/** The gated cases of a green run that no fault killed, of the `owed` ones: nothing shows that they can fail. */
export function unkilledCases(
  baseline: Report,
  results: readonly FaultResult[],
  owed?: ReadonlySet<string>,
): readonly string[] {
  const killed = new Set(
    results.flatMap(({ cases }) => cases.filter(({ state }) => state === 'killed').map(({ id }) => id)),
  );
  const gated = baseline.cases.filter(({ verdict, policy }) => verdict === 'passed' && policy === undefined);
  return gated.map(({ id }) => id).filter((id) => !killed.has(id) && (owed?.has(id) ?? true));
}

/** Sums a proof up: an inconclusive part decides before a survivor does, as a red baseline would. */
export function concludeProof(parts: ProofParts): ProofReport {
  if (parts.narrowing?.isBeside)
    return { formatVersion: 2, ...parts, verdict: 'unaffected', reasons: [BESIDE] };
  const inconclusive = openParts(parts);
  const unproven = failedParts(parts);
  const verdict = inconclusive.length > 0 ? 'inconclusive' : unproven.length > 0 ? 'unproven' : 'proven';
  return { formatVersion: 2, ...parts, verdict, reasons: [...inconclusive, ...unproven] };
}

const BESIDE = 'nothing but documents and tests has changed, and no verdict depends on them';

/** Nothing is green by absence. */
function whyNothing({ mutants, neutral, broken, unkilled = [], narrowing }: ProofParts): readonly string[] {
  if (mutants.length + neutral.length + broken.length + unkilled.length > 0) return [];
  if (!narrowing) return ['nothing was tried'];
  const { files, since } = narrowing;
  return [
    files.length > 0 ? 'nothing that is proven depends on these files' : `nothing has changed since ${since}`,
  ];
}

function openParts(parts: ProofParts): readonly string[] {
  const { mutants, neutral, broken, unrestored = [] } = parts;
  const idle = broken.filter(({ executed }) => executed === 0);
  const open = broken.filter(({ unjudged }) => unjudged > 0);
  return [
    ...unrestored.map(({ id, reason }) => `${id} is red with nothing planted too: ${reason}`),
    ...mutants
      .filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ mutant, hits }) => `${mutant} could not be judged${hits === 0 ? ': it never ran' : ''}`),
    ...neutral
      .filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ variant, hits }) => `${variant} could not be judged${hits === 0 ? ': it never ran' : ''}`),
    ...idle.map(({ kind }) => `no case ran against ${kind}`),
    ...open.map(({ kind, unjudged }) => `${unjudged} cases were not judged against ${kind}`),
    ...whyNothing(parts),
  ];
}

/** Whether a case lived that had to die, or only others died too. */
function whyNotKilled({ mutant, title, cases, collateral }: FaultResult): string {
  const alive = cases.some(({ state }) => state !== 'killed');
  if (alive || collateral.length === 0) return `${mutant} survived: ${title}`;
  const [first, ...more] = collateral;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `${mutant} also turns red ${first}${others}: name them in its kills, or let it touch less`;
}

function failedParts({ mutants, neutral, broken, unkilled = [] }: ProofParts): readonly string[] {
  return [
    ...mutants.filter(({ verdict }) => verdict === 'survived').map(whyNotKilled),
    ...neutral.flatMap(({ variant, alarms }) => alarms.map(({ id }) => `${id} is red in ${variant}`)),
    ...broken.flatMap(({ kind, vacuous }) => vacuous.map((id) => `${id} passes against ${kind}`)),
    ...unkilled.map((id) => `${id} is killed by no mutant`),
  ];
}
