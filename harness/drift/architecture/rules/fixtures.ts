import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readText } from '../../support/read-text.ts';
import { walkFolder } from '../../support/walk.ts';
import type { Texts } from '../tree/memory-tree.ts';
import type { RawRule } from './raw.ts';
import { refuseRule } from './refuse.ts';
import type { BadTree } from './rule.ts';

/** Folders of fixtures that were read already: the rules of a file mostly share one clean tree. */
export type FixtureFolders = Map<string, Texts>;

/** The trees on which a rule must be silent; a string is a folder beside the rules. */
export function goodTexts({ id, proof }: RawRule, path: string, folders: FixtureFolders): readonly Texts[] {
  return proof.good.map((texts) =>
    typeof texts === 'string' ? folderTexts(texts, id, path, folders) : withChange({}, texts),
  );
}

/** The trees that a rule must reject: the first good one, with a change. */
export function badTexts(rule: RawRule, path: string, folders: FixtureFolders): readonly BadTree[] {
  const [base = {}] = goodTexts(rule, path, folders);
  return rule.proof.bad.map(({ change, at }) => {
    const changes = typeof change === 'string' ? folderTexts(change, rule.id, path, folders) : change;
    return { tree: withChange(base, changes), at };
  });
}

function withChange(base: Texts, changes: Readonly<Record<string, string | null>>): Texts {
  const all = Object.entries({ ...base, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function folderTexts(name: string, id: string, path: string, folders: FixtureFolders): Texts {
  const folder = resolve(dirname(path), name);
  const known = folders.get(folder);
  if (known) return known;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuseRule(path, [`${id}: the fixture folder ${name} does not exist beside the rules`]);
  }
  const texts = walkFolder(folder, ['.git', 'node_modules']).files.map((file) => {
    const read = readText(`${folder}/${file}`);
    if ('text' in read) return [file, read.text] as const;
    throw refuseRule(path, [`${id}: the fixture ${name}/${file} cannot be read: ${read.detail}`]);
  });
  const read = Object.fromEntries(texts);
  folders.set(folder, read);
  return read;
}
