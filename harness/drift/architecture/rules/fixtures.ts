import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readText } from '../../support/read-text.ts';
import { walkFolder } from '../../support/walk.ts';
import type { Texts } from '../tree/memory-tree.ts';
import type { RawRule, RawTexts } from './raw.ts';
import { refuseRule } from './refuse.ts';
import type { BadTree } from './rule.ts';

/** The trees on which a rule must be silent; a string is a folder beside the rules. */
export function goodTexts({ id, proof }: RawRule, path: string): readonly Texts[] {
  return proof.good.map((texts) => applied({}, texts, id, path));
}

/** The trees that a rule must reject: the first good one, with a change. */
export function badTexts(rule: RawRule, path: string): readonly BadTree[] {
  const [base = {}] = goodTexts(rule, path);
  return rule.proof.bad.map(({ change, at }) => ({ tree: applied(base, change, rule.id, path), at }));
}

function applied(base: Texts, change: RawTexts, id: string, path: string): Texts {
  const changes = typeof change === 'string' ? folderTexts(change, id, path) : change;
  const all = Object.entries({ ...base, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function folderTexts(name: string, id: string, path: string): Texts {
  const folder = resolve(dirname(path), name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuseRule(path, [`${id}: the fixture folder ${name} does not exist beside the rules`]);
  }
  const texts = walkFolder(folder, ['.git', 'node_modules']).files.map((file) => {
    const read = readText(`${folder}/${file}`);
    if ('text' in read) return [file, read.text] as const;
    throw refuseRule(path, [`${id}: the fixture ${name}/${file} cannot be read: ${read.detail}`]);
  });
  return Object.fromEntries(texts);
}
