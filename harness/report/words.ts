import { ASSAY } from '../support/command.ts';
import { casesInWords } from '../support/plural.ts';
import type { Finding } from '../support/verdict.ts';
import type { Proof } from './proof.ts';
import type { CaseReport, Report, Totals } from './report.ts';
import { partWords, scopeWords } from './scope.ts';
import { headingOf } from './totals.ts';

/** One line that says how much was judged, of whom, and what came of it. */
export function headline(report: Report): string {
  const { subject, revision, mode, mutant, verdict } = report;
  const planted = mutant === undefined ? '' : ` with mutant ${mutant}`;
  return `Assay judged ${judgedWords(report)}${subject.name} (${subject.kind}, ${revision}, ${mode} mode${planted}): ${verdict.toUpperCase()}`;
}

/** What was judged, when that is not everything: a part that was asked for, or what came before the run ended. */
function judgedWords(report: Report): string {
  const { scope, totals } = report;
  if (scope !== undefined && totals.executed < totals.planned)
    return `${casesInWords(totals.executed)}, and was to judge ${scopeWords(scope)}, for `;
  const part = partWords(report);
  return part === undefined ? '' : `${part} for `;
}

/** The counts of a run in one line; what is zero and not promised to be told is left out. */
export function countsLine({ totals, faults }: Report): string {
  return [
    `${totals.planned} planned`,
    `${totals.executed} executed`,
    `${totals.passed} passed`,
    `${totals.failed} failed`,
    ...(totals.baselined > 0 ? [`${totals.baselined} failed as the baseline expects`] : []),
    ...(totals.inconclusive > 0 ? [`${totals.inconclusive} inconclusive`] : []),
    ...(totals.errored > 0 ? [`${totals.errored} errored`] : []),
    ...(totals.notApplicable > 0 ? [`${totals.notApplicable} not applicable`] : []),
    ...(faults.length > 0 ? [`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} of the run`] : []),
  ].join(', ');
}

/** What was recorded and not judged, if anything. */
export function policyLine({ policyAsRecorded, policyChanged }: Totals): string | undefined {
  const total = policyAsRecorded + policyChanged;
  return total === 0
    ? undefined
    : `${total} policy, not judged: ${policyAsRecorded} as recorded, ${policyChanged} changed`;
}

/** How far the gate itself is proven for the sources that judged, and how to prove what is not. */
export function proofLine({ proof }: Report): string {
  const { standing, commit } = proof;
  switch (standing) {
    case 'proven':
      return figuresLine(proof);
    case 'outdated':
      return `proof: last proven ${commit ? `at commit ${commit}` : 'in another state'}, and the sources have changed since: ${ASSAY} prove`;
    case 'never':
      return `proof: the gates were never proven in this clone: ${ASSAY} prove`;
    case 'other-subject':
      return 'proof: does not apply, for faults are planted into the reference platform only';
    default:
      return standing satisfies never;
  }
}

function figuresLine({ mutantScore, deaths, vacuous, falseAlarms }: Proof): string {
  const part =
    deaths && deaths.tried < deaths.of ? ` by ${deaths.tried} of the ${deaths.of} deaths they cause` : '';
  const score = mutantScore && `${mutantScore.killed} of ${mutantScore.total} mutants killed${part}`;
  const empty = vacuous === undefined ? undefined : `${vacuous} vacuous cases`;
  const quiet = falseAlarms && `${falseAlarms.alarms} false alarms in ${falseAlarms.variants} variants`;
  return [
    `proof: ${score ?? `mutants not proven (${ASSAY} prove)`}`,
    empty ?? `vacuous cases not counted (${ASSAY} prove --broken)`,
    quiet ?? `false alarms not counted (${ASSAY} prove --neutral)`,
  ].join(', ');
}

/** What an exit code means, for someone who sees it in a CI log. */
export function exitMeaning({ exitCode, totals, whole }: Report): string {
  switch (exitCode) {
    case 0:
      return totals.baselined > 0
        ? `exit 0: nothing failed but the ${totals.baselined} that the baseline expects`
        : `exit 0: every gated case ${whole ? '' : 'of this part '}passed`;
    case 1:
      return 'exit 1: a clause is broken, or the baseline is out of date';
    case 2:
      if (isPolicyAlone(totals)) return 'exit 2: nothing was judged; what is policy is only recorded';
      return 'exit 2: could not judge; the environment or the harness is at fault, or nothing ran';
    case 3:
      return 'exit 3: wrong usage or configuration';
    case 130:
      return 'exit 130: interrupted';
    default:
      return exitCode satisfies never;
  }
}

function isPolicyAlone({ policyAsRecorded, policyChanged, ...totals }: Totals): boolean {
  const others = totals.passed + totals.failed + totals.baselined + totals.inconclusive + totals.errored;
  return policyAsRecorded + policyChanged > 0 && others === 0;
}

/** A finding in one sentence. */
function findingLine({ clause, expected, actual }: Finding): string {
  return `${clause}: expected ${expected.join(' or ')}; actual ${actual}`;
}

/** Why a case did not pass, as text of at least one line. */
export function whyNot(result: CaseReport): string {
  const lines = result.findings.map(findingLine);
  return (
    [...lines, ...(result.reason ? [result.reason] : [])].join('\n') || `${result.clause}: ${result.verdict}`
  );
}

/** Whether a case weighs against the run: a failure that no baseline expects, or a case that was not judged. */
export function isTrouble(result: CaseReport): boolean {
  const heading = headingOf(result);
  if (heading === 'failed') return result.baseline === undefined;
  return heading === 'errored' || heading === 'inconclusive';
}
