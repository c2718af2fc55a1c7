import type { Outcome, Tally } from './tally.ts';

const ORDER = ['passed', 'failed', 'not-applicable'];
const LINE_LENGTH = 100;

/** What a runtime came to, for a terminal: the names of what it passes, and a line with the reason for all else. */
export function renderTally({ runtime, outcomes, page }: Tally): string {
  const verdicts = [...new Set([...ORDER, ...outcomes.map(({ verdict }) => verdict)])];
  const blocks = verdicts.flatMap((verdict) => {
    const those = outcomes.filter((each) => each.verdict === verdict);
    return those.length === 0 ? [] : [blockOf(verdict, those)];
  });
  return [`${runtime}: ${outcomes.length} canaries`, ...blocks, `  ${page}`].join('\n');
}

function blockOf(verdict: string, outcomes: readonly Outcome[]): string {
  const head = `  ${outcomes.length} ${verdict.replace('-', ' ')}`;
  const lines =
    verdict === 'passed'
      ? wrapped(outcomes.map(({ canary }) => canary))
      : outcomes.map(({ canary, reason = 'without a reason' }) => `${canary}: ${reason}`);
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}

function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const longer = `${lines.at(-1)}, ${name}`;
    if (lines.length === 0 || longer.length > LINE_LENGTH) lines.push(name);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}
