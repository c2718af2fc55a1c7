import { onOneLine } from '../../support/finding.ts';
import { positionsIn } from '../../support/position.ts';
import type { Named } from './named.ts';

/** What the first group of a regular expression matches in a text, or the whole match without a group. */
export function regexNames(path: string, text: string, regex: string): readonly Named[] {
  const positionAt = positionsIn(text);
  return [...text.matchAll(new RegExp(regex, 'gmu'))].map((match) => {
    const name = match[1] ?? match[0];
    const offset = match.index + match[0].indexOf(name);
    return { name, file: path, ...positionAt(offset), statement: onOneLine(match[0]) };
  });
}
