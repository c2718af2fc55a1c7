import { collectNames, distinct } from '../names/collect.ts';
import type { Named, NameSet } from '../names/named.ts';
import type { NamesCheck } from '../rules/rule.ts';
import type { Check, Draft } from './check.ts';

/**
 * Two sets of names are equal, or the left one lies within the right one; a single change on both sides is a renaming.
 * Where a side was not read, or is not there, that alone is said; one that was read and is empty lacks all the names.
 */
export const checkNames: Check<NamesCheck> = (settings, { tree }) => {
  const left = collectNames(settings.left, tree);
  const right = collectNames(settings.right, tree);
  const sides = emptySides(left.empty, right.empty);
  if (!left.isRead || !right.isRead) return { drafts: [], empty: sides };
  const ignored = new Set(settings.ignore.map(({ name }) => name));
  const extra = missingFrom(right, left, ignored);
  const lacking = settings.match === 'equal' ? missingFrom(left, right, ignored) : [];
  const stale = staleIgnores(settings, left, right);
  const [renamed, before] = [extra[0], lacking[0]];
  if (extra.length === 1 && lacking.length === 1 && renamed && before) {
    return { drafts: [...renaming(renamed, before, left), ...stale], empty: sides };
  }
  const drafts = [
    ...extra.map((each) => draftOf(each, right.anchor, `${each.name} is not in ${described(right)}.`)),
    ...lacking.map((each) => draftOf(withPlace(each, left), each, `${described(left)} lacks ${each.name}.`)),
  ];
  return { drafts: [...drafts, ...stale], empty: sides };
};

function emptySides(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...left.map((what) => `left: ${what}`), ...right.map((what) => `right: ${what}`)];
}

/** The names of `all` that `set` does not have. */
function missingFrom(set: NameSet, all: NameSet, ignored: ReadonlySet<string>): readonly Named[] {
  const known = distinct(set.names);
  return [...distinct(all.names).values()].filter(({ name }) => !known.has(name) && !ignored.has(name));
}

/** A missing name is shown where it has to be added: at the list that lacks it. */
function withPlace(lacking: Named, set: NameSet): Named {
  return set.anchor ? { ...set.anchor, name: lacking.name } : lacking;
}

function renaming(now: Named, before: Named, left: NameSet): readonly Draft[] {
  const at = now.file === '' ? withPlace(now, left) : now;
  return [draftOf(at, before, `${before.name} is called ${now.name} here.`)];
}

function draftOf({ name, ...place }: Named, other: Named | undefined, message: string): Draft {
  const related =
    other && other.file !== '' ? [{ file: other.file, line: other.line, column: other.column }] : [];
  return { ...place, value: name, message, ...(related.length > 0 && { related }) };
}

function described({ anchor, names }: NameSet): string {
  const file = anchor?.file ?? '';
  return file === '' ? `the snapshot of ${names.length} names` : file;
}

function staleIgnores({ ignore }: NamesCheck, left: NameSet, right: NameSet): readonly Draft[] {
  const [lefts, rights] = [distinct(left.names), distinct(right.names)];
  return ignore
    .filter(({ name }) => lefts.has(name) === rights.has(name))
    .map(({ name }) => {
      const at = left.anchor ?? right.anchor ?? { name, file: '', line: 1, column: 1, statement: name };
      return draftOf(
        { ...at, name },
        undefined,
        `${name} is ignored although nothing differs there; take it out.`,
      );
    });
}
