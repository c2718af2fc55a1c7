import { ASSAY, quoted } from '../../../support/command.ts';
import { casesInWords, counted } from '../../../support/plural.ts';
import type { Report } from '../../report.ts';
import { isWhole, scopeWords } from '../../scope.ts';
import { exitMeaning } from '../../words.ts';
import type { Change, VerdictBox } from '../page/page.ts';
import { countsOf } from './headings.ts';
import { type Hold, holdsOf } from './holds.ts';

/** The verdict of a run as somebody reads it who has to promote or to hold. */
export function verdictBox(report: Report): VerdictBox {
  const holds = holdsOf(report);
  const { scope, verdict, totals } = report;
  return {
    ...wordOf(report, holds),
    verdict,
    exit: exitMeaning(report),
    scope: scope ? scopeWords(scope) : 'The run died before it had a plan',
    isPart: scope !== undefined && !isWhole(scope),
    counts: countsOf(totals),
    reasons: report.reasons,
    changes: changesOf(report, holds),
    again: [ASSAY, ...report.argv.map(quoted)].join(' '),
    endedAt: report.endedAt,
  };
}

function changesOf(report: Report, holds: readonly Hold[]): readonly Change[] {
  if (holds.length > 0) return holds.map(({ change }) => change);
  if (report.verdict === 'passed') return otherWord(report);
  return [{ text: 'What the run gives as its reason has to be mended.', command: `${ASSAY} run` }];
}

/** A run that is not green holds, whatever is known of why. */
function wordOf(report: Report, [worst]: readonly Hold[]): Pick<VerdictBox, 'word' | 'tone' | 'sentence'> {
  if (worst) return { word: 'HOLD', tone: worst.tone, sentence: worst.sentence };
  const [reason = `The verdict is ${report.verdict}.`] = report.reasons;
  if (report.verdict !== 'passed') return { word: 'HOLD', tone: 'unsure', sentence: reason };
  return { word: 'PASSED', tone: 'good', sentence: passedWords(report) };
}

function passedWords({ totals, suites, proof }: Report): string {
  const gated = totals.executed - totals.policyAsRecorded - totals.policyChanged;
  const known = totals.baselined > 0 ? ` but ${counted(totals.baselined, 'known failure')}` : '';
  const isProven = proof.standing === 'proven' || proof.gates === 'proven';
  const shown = isProven ? ', by gates that are proven able to fail' : '';
  return `${gated === 1 ? 'The one case' : `All ${casesInWords(gated)}`} of ${counted(suites.length, 'suite')} held${known}${shown}. Nothing in this run stands against promoting these digests.`;
}

function otherWord({ totals }: Report): readonly Change[] {
  const known =
    totals.baselined > 0
      ? [
          {
            text: `The policy refuses known failures, as it does by default (\`baseline: accept\`), or one of these ${totals.baselined} passes its day.`,
          },
        ]
      : [];
  return [
    ...known,
    { text: 'Other digests than these are to be promoted: this run says nothing about them.' },
    { text: 'A later run on the same digests is not green: the newest evidence decides.' },
    {
      text: 'The policy of the promotion demands more: a younger run, a bake, a signature. The gate knows it.',
      command: `${ASSAY} gate <this folder> --digest <what will be promoted>`,
    },
  ];
}
