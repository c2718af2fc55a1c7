import { createTwoFilesPatch } from 'diff';

/** One document on its way: what the sender sent, the platform forwarded, or the agent received. */
export interface Stage {
  readonly name: 'sent' | 'forwarded' | 'received';
  /** Absent when nothing arrived at this stage. */
  readonly text?: string;
}

const CONTEXT_LINES = 2;
const MAX_CHARS = 200_000;

/**
 * How a payload changed on its way, stage by stage, as unified diffs of the pretty-printed documents. Bytes that
 * are not JSON are compared as text. Numbers keep their digits: formatting never parses them.
 */
export function payloadDiff(stages: readonly Stage[]): string {
  const [first, ...later] = stages;
  if (!first) return '';
  const steps = later.map((stage, index) => stepDiff(stages[index] ?? first, stage));
  return steps.join('\n');
}

function stepDiff(from: Stage, to: Stage): string {
  const title = `${from.name} → ${to.name}`;
  if (from.text === undefined) return `${title}: nothing was ${from.name}`;
  if (to.text === undefined) return `${title}: nothing was ${to.name}\n${marked('-', pretty(from.text))}`;
  const [before, after] = [pretty(from.text), pretty(to.text)];
  if (before === after) return `${title}: unchanged`;
  const patch = createTwoFilesPatch(from.name, to.name, before, after, '', '', { context: CONTEXT_LINES });
  return `${title}\n${patch.split('\n').slice(3).join('\n').trimEnd()}`;
}

function marked(mark: string, text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');
}

/** Breaks JSON into lines by its punctuation alone, so that big integers and escapes stay as they were written. */
function pretty(text: string): string {
  const short = text.slice(0, MAX_CHARS);
  if (!isJson(short)) return `${short}\n`;
  let depth = 0;
  const lines = short.replace(TOKEN, (token) => {
    if (token === '{' || token === '[') return `${token}${newline(++depth)}`;
    if (token === '}' || token === ']') return `${newline(--depth)}${token}`;
    if (token === ',') return `,${newline(depth)}`;
    if (token === ':') return ': ';
    return token.startsWith('"') ? token : token.replaceAll(/\s/g, '');
  });
  return `${lines}\n`;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|\s+/g;

function newline(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
