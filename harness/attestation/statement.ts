import type { Proof } from '../report/proof.ts';
import type { Report } from '../report/report.ts';
import type { Scope } from '../report/scope.ts';
import { HarnessError } from '../support/errors.ts';
import { reportDigest } from './report-digest.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';

/** Something by name and digest, as in-toto has it. */
export interface Resource {
  readonly name: string;
  readonly digest: Readonly<Record<string, string>>;
}

/** An in-toto statement: about what, and what is said of it. */
export interface Statement<Predicate = unknown> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Resource[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

/** The test-result predicate of in-toto, with what a gate asks beyond it under `assay`. */
export interface TestResult {
  readonly result: 'PASSED' | 'FAILED';
  readonly configuration: readonly Resource[];
  readonly passedTests: readonly string[];
  readonly warnedTests: readonly string[];
  readonly failedTests: readonly string[];
  readonly assay: {
    readonly formatVersion: 1;
    readonly runId: string;
    /** SHA-256 over the report, whatever its white space. */
    readonly report: string;
    readonly seal?: string;
    readonly verdict: string;
    readonly subject: string;
    readonly revision: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly scope?: Scope;
    readonly planned: number;
    readonly judged: number;
    readonly unknown: number;
    /** How far the gates that judged are proven, in figures; which mutant kills which case stands in the report. */
    readonly sensitivity: Omit<Proof, 'kills'>;
  };
}

/** What is said of a run. Throws `HarnessError` where nothing that it judged has a digest: a statement is about digests. */
export function statementOf(report: Report): Statement<TestResult> {
  const subject = subjectsOf(report);
  if (subject.length === 0) throw withoutDigest(report);
  const idsOf = (...verdicts: readonly string[]) =>
    report.cases.filter((each) => verdicts.includes(each.verdict)).map(({ id }) => id);
  return {
    _type: STATEMENT_TYPE,
    subject,
    predicateType: TEST_RESULT,
    predicate: {
      result: report.verdict === 'passed' ? 'PASSED' : 'FAILED',
      configuration: configurationOf(report),
      passedTests: idsOf('passed'),
      warnedTests: idsOf('policy', 'not-applicable'),
      failedTests: idsOf('failed', 'errored', 'inconclusive'),
      assay: ownWords(report),
    },
  };
}

/** What was judged, by name and SHA-256. */
export function subjectsOf({
  underTest = [],
  digests,
}: Pick<Report, 'underTest' | 'digests'>): readonly Resource[] {
  return underTest.flatMap((name) => {
    const [, sha256] = /(?:^|[:@])sha256:([0-9a-f]{64})$/.exec(digests[name] ?? '') ?? [];
    return sha256 === undefined ? [] : [{ name, digest: { sha256 } }];
  });
}

function configurationOf({ provenance }: Report): readonly Resource[] {
  if (!provenance) return [];
  const { harness, corpus } = provenance;
  const commit = harness.commit === undefined ? {} : { gitCommit: harness.commit };
  return [
    { name: 'assay', digest: { sha256: harness.sources, ...commit } },
    { name: 'corpus', digest: { sha256: corpus.digest } },
  ];
}

function ownWords(report: Report): TestResult['assay'] {
  const {
    runId,
    seal,
    verdict,
    subject,
    revision,
    startedAt,
    endedAt,
    scope,
    planned = [],
    totals,
    proof: { kills: _, ...sensitivity },
  } = report;
  return {
    formatVersion: 1,
    runId,
    report: reportDigest(report),
    ...(seal !== undefined && { seal }),
    ...{ verdict, subject: subject.name, revision, startedAt, endedAt },
    ...(scope && { scope }),
    planned: planned.length,
    judged: totals.passed + totals.failed + totals.baselined,
    unknown: totals.inconclusive + totals.errored,
    sensitivity,
  };
}

function withoutDigest({ runId, subject }: Report): HarnessError {
  return new HarnessError({
    code: 'NOTHING_TO_ATTEST',
    message: `Nothing that ${runId} judged has a digest (subject ${subject.name}, ${subject.kind}), so nothing can be stated of it.`,
    fix: 'Judge what has one: an image, or a process that Assay starts.',
  });
}
