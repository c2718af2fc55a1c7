import { causesOf } from '../../causes.ts';
import { groupBy } from '../../group.ts';
import { printable } from '../../printable.ts';
import type { Report, SuiteReport } from '../../report.ts';
import { unjudgedLines } from '../../unjudged.ts';
import { headline, proofLine } from '../../words.ts';
import type { Recording } from '../evidence/recording.ts';
import type { Digest, Fact, Note, Page, ProofBox, SuiteRow } from '../page/page.ts';
import { type Beginnings, caseRows } from './case-rows.ts';
import { causeBoxes } from './cause-boxes.ts';
import { countsOf, pageHeading, toneOf } from './headings.ts';
import { verdictBox } from './verdict-box.ts';

/** What the page adds to a report: what was recorded, and where it stands in the page. */
export interface Recorded {
  readonly beginnings: Beginnings;
  readonly blockOf: ReadonlyMap<string, number>;
  readonly embedded: number;
  /** Of the first case of each cause that is told on the first view. */
  readonly recordings: ReadonlyMap<string, Recording>;
}

/** A report as a page: the one tally, and every case. */
export function pageOf(report: Report, recorded: Recorded): Page {
  const causes = causesOf(report);
  return {
    title: headline(report),
    verdict: verdictBox(report),
    facts: factsOf(report),
    digests: digestsOf(report),
    suites: report.suites.map(suiteRow),
    proof: proofBox(report),
    causes: causeBoxes(causes, recorded.recordings),
    notes: notesOf(report),
    cases: caseRows(report, { ...recorded, causes }),
    files: ['report.json', 'summary.md', 'junit.xml', 'ctrf.json', 'sarif.json', 'events.ndjson'],
    durationMs: report.durationMs,
    embedded: recorded.embedded,
  };
}

function factsOf(report: Report): readonly Fact[] {
  const { subject, revision, mode, mutant, seed, argv, runId, versions } = report;
  return [
    { label: 'subject', value: `${subject.name} (${subject.kind})` },
    { label: 'revision', value: revision },
    { label: 'mode', value: mode },
    ...(mutant === undefined ? [] : [{ label: 'planted', value: mutant }]),
    { label: 'seed', value: `${seed}` },
    { label: 'run', value: runId },
    { label: 'harness', value: `assay ${versions.assay ?? ''}, node ${versions.node ?? ''}` },
    { label: 'command', value: `assay ${argv.join(' ')}` },
  ];
}

/** What is judged first. Older reports do not say what that was: the service of the subject's own name, or the platform. */
function digestsOf({ digests, subject, ...report }: Report): readonly Digest[] {
  const { underTest = [subject.name, 'platform'] } = report as { readonly underTest?: readonly string[] };
  const all = Object.entries(digests).map(([service, digest]) => ({
    ...{ service, digest },
    isSubject: underTest.includes(service),
  }));
  return all.toSorted(
    (a, b) => Number(b.isSubject) - Number(a.isSubject) || (a.service < b.service ? -1 : 1),
  );
}

function suiteRow({ suite, verdict, totals, reasons }: SuiteReport): SuiteRow {
  return {
    ...{ suite, verdict, reasons, tone: toneOf(verdict), planned: totals.planned },
    judged: totals.passed + totals.failed + totals.baselined,
    counts: countsOf(totals),
  };
}

function proofBox(report: Report): ProofBox {
  const { standing, commit, mutantScore } = report.proof;
  const { at } = report.proof as { readonly at?: string };
  const isUnsure = standing === 'never' || standing === 'outdated';
  return {
    tone: standing === 'proven' ? 'good' : isUnsure ? 'unsure' : 'quiet',
    text: proofLine(report).replace(/^proof: /, ''),
    ...(mutantScore && { killed: `${mutantScore.killed} of ${mutantScore.total}` }),
    ...(commit !== undefined && { commit }),
    ...(at !== undefined && { at }),
  };
}

function notesOf(report: Report): readonly Note[] {
  const { losses, baseline, warnings, cases, notApplicable } = report;
  const changed = cases.filter((each) => pageHeading(each) === 'policy-changed');
  const excluded = [...groupBy(notApplicable, ({ reason }) => reason)];
  const notes: readonly Note[] = [
    ...losses.map(
      ({ service, lastLines }): Note => ({
        title: `Last lines of ${service}`,
        tone: 'bad',
        lines: lastLines,
      }),
    ),
    {
      title: 'Recorded behaviour that has changed',
      tone: 'unsure',
      lines: changed.map(({ id, reason = '' }) => `${id}: ${reason}`),
    },
    {
      title: 'Baseline',
      tone: 'quiet',
      lines: (baseline?.outcomes ?? []).map(
        ({ state, case: id, clause, owner, expires, reason }) =>
          `${state}: ${id}, clause ${clause}, ${owner} until ${expires}: ${reason}`,
      ),
    },
    { title: 'Warnings', tone: 'unsure', lines: warnings },
    { title: 'Not looked at in cases that were judged', tone: 'quiet', lines: unjudgedLines(report) },
    {
      title: 'Not applicable to this subject',
      tone: 'quiet',
      lines: excluded.map(([reason, each]) => `${each.length} × ${printable(reason)}`),
    },
  ];
  return notes.filter(({ lines }) => lines.length > 0);
}
