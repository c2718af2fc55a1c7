import { ASSAY } from '../../../support/command.ts';
import { casesInWords, counted } from '../../../support/plural.ts';
import { causesOf } from '../../causes.ts';
import type { Report } from '../../report.ts';
import { partWords } from '../../scope.ts';
import { isTrouble } from '../../words.ts';
import type { Change, Tone } from '../page/page.ts';
import { whyUnproven } from './why-unproven.ts';

/** Something in a run that stands against promotion, what is known of it, and what would take it away. */
export interface Hold {
  readonly tone: Exclude<Tone, 'good'>;
  readonly sentence: string;
  readonly change: Change;
}

/** What stands against promotion, worst first; nothing where the run alone gives no reason. */
export function holdsOf(report: Report): readonly Hold[] {
  return [
    ...broken(report),
    ...accused(report),
    ...endedEarly(report),
    ...nothingRan(report),
    ...unjudged(report),
    ...partOnly(report),
    ...planted(report),
    ...uncommitted(report),
    ...unproven(report),
  ];
}

function broken({ totals, cases }: Report): readonly Hold[] {
  if (totals.failed === 0) return [];
  const failed = cases.filter((each) => isTrouble(each) && each.verdict === 'failed');
  const clauses = [...new Set(failed.map(({ findings, clause }) => findings[0]?.clause ?? clause))];
  const causes = causesOf({ cases: failed }).length;
  return [
    {
      tone: 'bad',
      sentence: `${totals.failed} of ${casesInWords(totals.executed)} broke a clause (${few(clauses)}), in ${counted(causes, 'way')}.`,
      change: {
        text: `The subject has to satisfy ${few(clauses)} in ${totals.failed === 1 ? 'the case' : `all ${totals.failed} cases`} below, or its owner lists them as known failures in a baseline, with a reason and a day; then everything has to run again. To try what failed alone:`,
        command: `${ASSAY} run --last-failed`,
      },
    },
  ];
}

/** Failures that no case carries: the subject died, or its baseline is out of date. */
function accused({ faults }: Report): readonly Hold[] {
  return faults
    .filter(({ verdict, reason }) => verdict === 'failed' && !/broke a clause\.$/.test(reason))
    .map(({ reason }) => ({ tone: 'bad', sentence: firstLine(reason), change: { text: firstLine(reason) } }));
}

function endedEarly({ interrupted, faults, totals }: Report): readonly Hold[] {
  const told = faults.find(isEnd);
  if (!interrupted && !told) return [];
  const how = told ? told.reason.replace(/[.:].*$/s, '') : 'The run was interrupted';
  return [
    {
      tone: 'unsure',
      sentence: `${how} after ${totals.executed} of ${casesInWords(totals.planned)}; of the rest nothing is known.`,
      change: { text: 'The run has to be made again, to its end.', command: `${ASSAY} run` },
    },
  ];
}

/** Cases that did not come to their turn lacked nothing but that. */
function isEnd({ reason }: Report['faults'][number]): boolean {
  return /^The run was (?:interrupted|cut off)/.test(reason);
}

function unjudged({ totals, faults, interrupted }: Report): readonly Hold[] {
  const { errored, inconclusive, planned, executed } = totals;
  const alone = faults.filter(({ verdict }) => verdict === 'errored');
  const isTold = inconclusive === 0 || interrupted || executed === 0 || faults.some(isEnd);
  if (errored === 0 && alone.length === 0 && isTold) return [];
  const [first] = alone;
  const counts = [
    ...(errored > 0 ? [`${errored} of ${planned} cases could not be judged`] : []),
    ...(inconclusive > 0 ? [`${inconclusive} of ${planned} cases came to no conclusion`] : []),
  ];
  const said = counts.join(' and ');
  return [
    {
      tone: 'unsure',
      sentence: first ? firstLine(first.reason) : `${said}: that is neither green nor red.`,
      change: {
        text: `${first ? 'What stopped the run' : 'What these cases lacked'} has to be there (each says what), and everything has to run again. To try these cases alone:`,
        command: `${ASSAY} run --last-failed`,
      },
    },
  ];
}

/** A fault of the run that kept it from that tells more. */
function nothingRan({ totals, faults, interrupted }: Report): readonly Hold[] {
  const isTold = interrupted || faults.some(({ verdict }) => verdict === 'errored');
  if (totals.executed > 0 || isTold) return [];
  return [
    {
      tone: 'unsure',
      sentence: 'No case was executed, so nothing is known about the subject.',
      change: { text: 'At least the cases that the policy demands have to run.', command: `${ASSAY} run` },
    },
  ];
}

function partOnly(report: Report): readonly Hold[] {
  const part = partWords(report);
  if (report.whole || part === undefined) return [];
  return [
    {
      tone: 'unsure',
      sentence: `Only a part was looked at: ${part}. A part says nothing about the whole.`,
      change: howToComplete(report),
    },
  ];
}

function howToComplete({ merged }: Report): Change {
  const [missing] = merged?.missing ?? [];
  if (!merged || missing === undefined)
    return {
      text: 'All that applies has to run, in one run or in shards that are merged.',
      command: `${ASSAY} run`,
    };
  return {
    text: `Shard ${missing} of ${merged.total} has to run as the others did, and all ${merged.total} have to be merged.`,
    command: `${ASSAY} run --shard ${missing}/${merged.total}`,
  };
}

function planted({ mutant }: Report): readonly Hold[] {
  if (mutant === undefined) return [];
  return [
    {
      tone: 'unsure',
      sentence: `The known regression ${mutant} was planted into this world, so this run says nothing about a release.`,
      change: { text: 'The run has to be made without a planted regression.', command: `${ASSAY} run` },
    },
  ];
}

function unproven({ proof, totals, endedAt }: Report): readonly Hold[] {
  const why = whyUnproven(proof, endedAt);
  if (why === undefined) return [];
  return [
    {
      tone: 'unsure',
      sentence: `${casesInWords(totals.passed)} passed, but ${why}.`,
      change: {
        text: 'The gates that judged have to be proven: faults killed, no false alarm, nothing vacuous.',
        command: `${ASSAY} prove`,
      },
    },
  ];
}

function uncommitted({ provenance, totals }: Report): readonly Hold[] {
  if (!provenance?.harness.dirty) return [];
  return [
    {
      tone: 'unsure',
      sentence: `${casesInWords(totals.passed)} passed, by an Assay with changes that no commit has.`,
      change: {
        text: 'The changes of Assay itself have to be committed or dropped.',
        command: `${ASSAY} run`,
      },
    },
  ];
}

function few(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
