import { clip } from '../../printable.ts';
import type { CaseReport } from '../../report.ts';
import type { Recording } from '../evidence/recording.ts';
import type { CaseDetail, FindingText } from '../page/page.ts';
import { pageHeading } from './headings.ts';

const MAX_VALUE_CHARS = 4_000;
const MAX_TEXT_CHARS = 20_000;
const MAX_FINDINGS = 50;
const MAX_LOG_LINES = 200;

/** All that the page tells of a case, each text cut to what a page can hold. */
export function caseDetail(result: CaseReport, recording: Recording | undefined): CaseDetail {
  const { id, title, clause, facets, reason, outcome, expectedOutcome, baseline, diff, table } = result;
  return {
    ...{ id, title: clip(title, MAX_VALUE_CHARS), heading: pageHeading(result), clause, facets },
    findings: findingTexts(result),
    ...(reason !== undefined && { reason: clip(reason, MAX_TEXT_CHARS) }),
    ...(outcome !== undefined && { outcome: clip(outcome, MAX_VALUE_CHARS) }),
    ...(expectedOutcome !== undefined && { expectedOutcome: clip(expectedOutcome, MAX_VALUE_CHARS) }),
    ...(baseline && {
      baseline: `${baseline.owner} until ${baseline.expires}: ${clip(baseline.reason, MAX_VALUE_CHARS)}`,
    }),
    ...(diff !== undefined && { diff: clip(diff, MAX_TEXT_CHARS) }),
    ...(table !== undefined && { table: clip(table, MAX_TEXT_CHARS) }),
    unjudged: (result.unjudged ?? []).map((each) => clip(each, MAX_VALUE_CHARS)),
    logLines: (result.logLines ?? []).slice(0, MAX_LOG_LINES).map((each) => clip(each, MAX_VALUE_CHARS)),
    reproduce: result.reproduce,
    evidence: result.evidence,
    journey: recording?.journey ?? [],
    exchanges: recording?.exchanges ?? [],
    ...(recording?.turns && { turns: recording.turns }),
    ...(recording?.leases && { leases: recording.leases }),
    isEmbedded: recording !== undefined,
  };
}

function findingTexts({ findings }: CaseReport): readonly FindingText[] {
  return findings.slice(0, MAX_FINDINGS).map(({ clause, expected, actual, rule, place }) => ({
    clause,
    expected: expected.map((each) => clip(each, MAX_VALUE_CHARS)),
    actual: clip(actual, MAX_VALUE_CHARS),
    ...(rule !== undefined && { rule }),
    ...(place && {
      place: [place.file, place.line, place.column].filter((each) => each !== undefined).join(':'),
    }),
  }));
}
