import type { Entry } from '../../../corpus/entry.ts';
import type { Finding } from '../../../support/verdict.ts';
import type { CaseRecord } from '../case-record.ts';
import { arrivalFindings, type JudgedStep } from './arrival.ts';
import { chatFindings } from './chat.ts';
import { returnFindings } from './delivered-later.ts';
import { heartbeatFindings } from './heartbeats.ts';
import { passedHeaderFindings } from './passed-headers.ts';
import { type Looked, rowFindings } from './rows.ts';

/** What the time after the last reply has shown, and what of it nobody could look at. */
export interface AftermathJudged {
  readonly findings: readonly Finding[];
  readonly unjudged: readonly string[];
}

/** Judges how the messages of a case arrived, and what was written down of them. */
export function judgeAftermath(
  entry: Entry,
  record: CaseRecord,
  steps: readonly JudgedStep[],
): AftermathJudged {
  const evidence = steps.map((step) => step.evidence);
  const looked: readonly Looked[] = [rowFindings(entry, record, steps), chatFindings(record, evidence)];
  return {
    findings: [
      ...returnFindings(record, steps),
      ...heartbeatFindings(record),
      ...arrivalFindings(entry, record, steps),
      ...passedHeaderFindings(record, evidence),
      ...looked.flatMap((each) => ('findings' in each ? each.findings : [])),
    ],
    unjudged: looked.flatMap((each) => ('unjudged' in each ? [each.unjudged] : [])),
  };
}
