import type { CaseReport } from '../report/report.ts';
import { groupBy } from '../support/group.ts';
import type { Finding, Place } from '../support/verdict.ts';
import type { Planted } from './fault.ts';
import type { ExpectedKill } from './resolve.ts';

/** What was seen while something was planted. */
export interface Observation {
  readonly cases: readonly CaseReport[];
  /** How often the plant ran, or how much it changed; a plant without a hit shows nothing. */
  readonly hits: number;
  /** Where an edit of files lies. */
  readonly place?: Place;
  /** The cases that it had to kill were green again afterwards in the very processes that it was in. */
  readonly isRestored?: true;
}

/** What became of one case under a fault. */
export interface KillResult {
  readonly id: string;
  readonly state: 'killed' | 'survived' | 'other-reason' | 'unjudged';
  readonly saw: string;
}

/** What became of a fault: `survived` when a named case lived or an unrelated one died. */
export interface FaultResult {
  readonly mutant: string;
  readonly title: string;
  readonly verdict: 'killed' | 'survived' | 'inconclusive';
  readonly hits: number;
  readonly cases: readonly KillResult[];
  /** Unrelated cases that were not green as they should have been. */
  readonly collateral: readonly string[];
}

/** Judges a fault by what was seen under it: each named case dead of its finding, the rest alive, the plant hit. */
export function judgeFault(
  { id, title }: Pick<Planted, 'id' | 'title'>,
  kills: readonly ExpectedKill[],
  observation: Observation,
): FaultResult {
  const { hits } = observation;
  const byId = new Map(observation.cases.map((result) => [result.id, result]));
  const named = groupBy(kills, ({ caseId }) => caseId);
  const cases = [...named].map(([caseId, reasons]) =>
    hits === 0 ? neverRan(caseId) : judgeKill(caseId, reasons, byId.get(caseId), observation.place),
  );
  const harmed = observation.cases.filter((result) => !named.has(result.id) && isHarmed(result));
  return {
    ...{ mutant: id, title, hits, cases },
    verdict: verdictOf(cases, harmed),
    collateral: harmed.map(({ id: harmedId }) => harmedId),
  };
}

function neverRan(id: string): KillResult {
  return { id, state: 'unjudged', saw: 'what was planted never ran' };
}

/** A time-out, a crash or a missing result is no kill: only findings of the right clause and reason are, all of them. */
function judgeKill(
  id: string,
  reasons: readonly ExpectedKill[],
  result: CaseReport | undefined,
  place: Place | undefined,
): KillResult {
  if (!result || isUnjudged(result)) return { id, state: 'unjudged', saw: result?.reason ?? 'no result' };
  const { verdict, findings, outcome } = result;
  const seen = [outcome, ...findings.map(({ clause, actual }) => `${clause}: ${actual}`)].filter(Boolean);
  const saw = seen.join(' | ') || 'nothing was found';
  if (verdict !== 'failed') return { id, state: 'survived', saw };
  const dead = reasons.every((reason) => isCauseOf(result, reason, place));
  return { id, state: dead ? 'killed' : 'other-reason', saw: dead ? saw : `${saw}${dueAt(reasons, place)}` };
}

/** Whether a result is one that a fault foretells, so that nothing about it has to be explained. */
export function isForetold(result: DiedOf, reasons: readonly ExpectedKill[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => isCauseOf(result, reason, undefined));
}

/** What a case died of. */
type DiedOf = Pick<CaseReport, 'findings' | 'outcome'>;

/** A hang is a cause only where it was foretold: whatever else is broken then, the time-out is all that we know. */
function isCauseOf({ findings, outcome }: DiedOf, kill: ExpectedKill, place: Place | undefined): boolean {
  if (kill.outcome === undefined ? outcome === 'hang' : outcome !== kill.outcome) return false;
  if (kill.at === 'plant' && findings.length !== 1) return false;
  return findings.some((finding) => isFindingOf(finding, kill, place));
}

function isFindingOf(finding: Finding, kill: ExpectedKill, place: Place | undefined): boolean {
  if (finding.clause !== kill.clause || !kill.reason.test(finding.actual)) return false;
  if (kill.rule !== undefined && finding.rule !== kill.rule) return false;
  return kill.at === undefined || isSamePlace(finding.place, place);
}

function isSamePlace(found: Place | undefined, due: Place | undefined): boolean {
  return found !== undefined && found.file === due?.file && found.line === due.line;
}

function dueAt(reasons: readonly ExpectedKill[], place: Place | undefined): string {
  const [{ rule = '', at } = {}] = reasons;
  return at === 'plant' ? `; due was ${place?.file}:${place?.line} ${rule} alone` : '';
}

/** Whether a result says nothing about the case that it belongs to. */
export function isUnjudged({ verdict }: CaseReport): boolean {
  return verdict === 'errored' || verdict === 'inconclusive' || verdict === 'not-applicable';
}

/** Whether a case that should have been green was not. */
export function isHarmed({ verdict, policy }: CaseReport): boolean {
  return policy === 'changed' || verdict !== 'passed';
}

function verdictOf(cases: readonly KillResult[], harmed: readonly CaseReport[]): FaultResult['verdict'] {
  const open = cases.some(({ state }) => state === 'unjudged') || harmed.some(isUnjudged);
  if (cases.length === 0 || open) return 'inconclusive';
  return cases.every(({ state }) => state === 'killed') && harmed.length === 0 ? 'killed' : 'survived';
}
