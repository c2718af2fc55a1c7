import { createColors } from 'picocolors';
import { printable } from '../report/printable.ts';
import type { GateAnswer, JudgedRun, RuleAnswer } from './answer.ts';

const SHOWN = 5;
const WIDTH = 16;

/** An answer for people: verdict and why, what would have to change, then the tree with every rule. */
export function renderAnswer(answer: GateAnswer, color: boolean): string {
  const { bold, green, red } = createColors(color);
  const isHeld = answer.verdict === 'PROMOTE';
  const lines = [
    `${bold((isHeld ? green : red)(answer.verdict))}: ${printable(answer.why)}`,
    isHeld ? 'It would be HOLD with any of these:' : 'To promote, all of this has to change:',
    ...answer.changes.map((change) => `  - ${printable(change)}`),
    ...answer.runs.flatMap((run) => treeOf(run, color)),
    '',
    printable(`policy ${answer.policy}, judged at ${answer.at}`),
  ];
  return `${lines.join('\n')}\n`;
}

function treeOf({ runId, place, subject, branches }: JudgedRun, color: boolean): readonly string[] {
  const { bold } = createColors(color);
  return [
    '',
    bold(printable(`${runId} of ${subject}, in ${place}`)),
    ...branches.flatMap(({ title, rules }) => [
      `  ${title}`,
      ...rules.flatMap((rule) => leafOf(rule, color)),
    ]),
  ];
}

function leafOf({ id, held, evidence, items = [] }: RuleAnswer, color: boolean): readonly string[] {
  const { green, red } = createColors(color);
  const more = items.length > SHOWN ? [`        and ${items.length - SHOWN} more (--json lists all)`] : [];
  return [
    `    ${held ? green('ok  ') : red('HOLD')} ${id.padEnd(WIDTH)} ${printable(evidence)}`,
    ...items.slice(0, SHOWN).map((item) => `        ${printable(item)}`),
    ...more,
  ];
}
