import { groupBy } from '../../../support/group.ts';
import { causesOf } from '../../causes.ts';
import type { KillMatrix } from '../../kill-matrix.ts';
import { printable } from '../../printable.ts';
import type { EnvironmentFacts } from '../../provenance.ts';
import type { Report, SuiteReport } from '../../report.ts';
import { unjudgedLines } from '../../unjudged.ts';
import { headline, proofLine } from '../../words.ts';
import type { Recording } from '../evidence/recording.ts';
import type { Digest, Fact, Note, Page, ProofBox, SuiteRow } from '../page/page.ts';
import { type Beginnings, caseRows } from './case-rows.ts';
import { causeBoxes } from './cause-boxes.ts';
import { countsOf, pageHeading, toneOf } from './headings.ts';
import { verdictBox } from './verdict-box.ts';
import { whyUnproven } from './why-unproven.ts';

/** What the page adds to a report: what was recorded, and where it stands in the page. */
export interface Recorded {
  readonly beginnings: Beginnings;
  readonly blockOf: ReadonlyMap<string, number>;
  readonly embedded: number;
  /** Of the first case of each cause that is told on the first view. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** What clauses are called, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
}

/** A report as a page: the one tally, and every case. */
export function pageOf(report: Report, recorded: Recorded): Page {
  const causes = causesOf(report);
  return {
    title: headline(report),
    verdict: verdictBox(report),
    facts: factsOf(report),
    digests: digestsOf(report),
    suites: report.suites.map((suite) => suiteRow(suite, report.proof.kills)),
    proof: proofBox(report),
    ...(report.proof.kills && { kills: report.proof.kills }),
    causes: causeBoxes(causes, recorded.recordings),
    notes: notesOf(report),
    cases: caseRows(report, { ...recorded, causes }),
    files: ['report.json', 'summary.md', 'junit.xml', 'ctrf.json', 'sarif.json', 'events.ndjson'],
    clauses: titlesOf(report, recorded.titles),
    durationMs: report.durationMs,
    embedded: recorded.embedded,
  };
}

/** Of the clauses that cases are about, and no others. */
function titlesOf({ cases }: Report, titles: Recorded['titles']): Readonly<Record<string, string>> {
  const there = new Set(
    cases.flatMap(({ clause, findings }) => [clause, ...findings.map((each) => each.clause)]),
  );
  return Object.fromEntries(Object.entries(titles).filter(([id]) => there.has(id)));
}

function factsOf(report: Report): readonly Fact[] {
  const { subject, revision, mode, mutant, seed, argv, runId, provenance } = report;
  return [
    { label: 'subject', value: `${subject.name} (${subject.kind})` },
    { label: 'revision', value: revision },
    { label: 'mode', value: mode },
    ...(mutant === undefined ? [] : [{ label: 'planted', value: mutant }]),
    { label: 'seed', value: `${seed}` },
    { label: 'run', value: runId },
    { label: 'harness', value: harnessWords(report) },
    ...(provenance
      ? [
          {
            label: 'corpus',
            value: `${provenance.corpus.digest.slice(0, 16)}, ${provenance.corpus.files} files`,
          },
          { label: 'machine', value: machineWords(provenance.environment) },
        ]
      : []),
    { label: 'command', value: `assay ${argv.join(' ')}` },
  ];
}

function harnessWords({ versions, provenance }: Report): string {
  const { commit, dirty } = provenance?.harness ?? {};
  const at = commit === undefined ? '' : `, commit ${commit.slice(0, 12)}${dirty ? ' with changes' : ''}`;
  return `assay ${versions.assay ?? ''}${at}, node ${versions.node ?? ''}`;
}

function machineWords({ os, arch, cpus, memoryMb, ci }: EnvironmentFacts): string {
  return `${os}, ${arch}, ${cpus} processors, ${Math.round(memoryMb / 1024)} GB${ci ? ', in CI' : ''}`;
}

/** What is judged first. Older reports do not say what that was: the service of the subject's own name, or the platform. */
function digestsOf({ digests, subject, underTest = [] }: Report): readonly Digest[] {
  const judged = underTest.length > 0 ? underTest : [subject.name, 'platform'];
  const all = Object.entries(digests).map(([service, digest]) => ({
    ...{ service, digest },
    isSubject: judged.includes(service),
  }));
  return all.toSorted(
    (a, b) => Number(b.isSubject) - Number(a.isSubject) || (a.service < b.service ? -1 : 1),
  );
}

function suiteRow({ suite, verdict, totals, reasons }: SuiteReport, kills?: KillMatrix): SuiteRow {
  const planted = kills?.faults.filter((each) => each.suite === suite) ?? [];
  const killed = planted.filter((each) => each.verdict === 'killed').length;
  return {
    ...{ suite, verdict, reasons, tone: toneOf(verdict), planned: totals.planned },
    judged: totals.passed + totals.failed + totals.baselined,
    counts: countsOf(totals),
    ...(planted.length > 0 && { mutants: { killed, total: planted.length } }),
  };
}

function proofBox(report: Report): ProofBox {
  const { standing, commit, mutantScore, at } = report.proof;
  const isUnsure = whyUnproven(report.proof, report.endedAt) !== undefined;
  return {
    tone: isUnsure ? 'unsure' : standing === 'proven' ? 'good' : 'quiet',
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
