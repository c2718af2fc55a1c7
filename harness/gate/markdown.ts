import { inline } from '../report/markdown.ts';
import type { GateAnswer, JudgedRun, RuleAnswer } from './answer.ts';

const SHOWN = 10;

/** An answer as Markdown, for the summary of a CI step: verdict first, then what would have to change, then every rule. */
export function renderAnswerMarkdown(answer: GateAnswer): string {
  const isHeld = answer.verdict === 'PROMOTE';
  return `${[
    `# ${answer.verdict}`,
    inline(answer.why),
    `**${isHeld ? 'It would be HOLD with any of these' : 'To promote, all of this has to change'}**`,
    answer.changes.map((change) => `- ${inline(change)}`).join('\n'),
    ...answer.runs.map(tableOf),
    `Policy ${inline(answer.policy)}, judged at ${answer.at}.`,
  ].join('\n\n')}\n`;
}

function tableOf({ runId, place, subject, branches }: JudgedRun): string {
  const rows = branches.flatMap(({ rules }) => rules.map(rowOf));
  return [
    `## ${inline(runId)} of ${inline(subject)}, in ${inline(place)}\n`,
    '| | rule | what was found |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function rowOf({ id, held, evidence, items = [] }: RuleAnswer): string {
  const more = items.length > SHOWN ? [`and ${items.length - SHOWN} more`] : [];
  const listed = [...items.slice(0, SHOWN).map(inline), ...more].map((item) => `<br>${item}`).join('');
  return `| ${held ? 'ok' : '**HOLD**'} | \`${id}\` | ${inline(evidence)}${listed} |`;
}
