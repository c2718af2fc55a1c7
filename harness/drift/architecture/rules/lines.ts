import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

export interface RuleLines {
  readonly line: number;
  readonly exceptions: readonly number[];
}

/** The lines on which the rules of a file and their exceptions begin, in order. */
export function ruleLines(text: string): readonly RuleLines[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineOf = (node: unknown): number => {
    const start = (node as { range?: readonly number[] } | null)?.range?.[0];
    return start === undefined ? 1 : counter.linePos(start).line;
  };
  const rules: unknown = document.get('rules');
  if (!isSeq(rules)) return [];
  return rules.items.map((rule) => {
    const exceptions: unknown = isMap(rule) ? rule.get('exceptions') : undefined;
    return {
      line: lineOf(rule),
      exceptions: isSeq(exceptions) ? exceptions.items.map(lineOf) : [],
    };
  });
}
