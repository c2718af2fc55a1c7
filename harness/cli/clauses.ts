import { CONTRACT_RULES } from '../corpus/revisions.ts';

const HEADING = /^## ([0-9A-Z][\w.]*) (.*)$/;

/** Ids of the clauses in a contract sheet, in order. */
export function clauseIds(contract: string): readonly string[] {
  return contract.split('\n').flatMap((line) => HEADING.exec(line)?.[1] ?? []);
}

/** One clause with its heading, or nothing when the sheet has none of that id. */
export function clauseText(contract: string, id: string): string | undefined {
  const lines = contract.split('\n');
  const start = lines.findIndex((line) => HEADING.exec(line)?.[1]?.toLowerCase() === id.toLowerCase());
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && HEADING.test(line));
  const text = lines.slice(start, end < 0 ? undefined : end).join('\n');
  return text.replace(/^## /, '').trimEnd();
}

/** Every clause that can be explained: those of the sheet, and those that rules between revisions cite besides, in order. */
export function knownClauses(contract: string): readonly string[] {
  const cited = CONTRACT_RULES.flatMap(({ clauses }) => clauses);
  return [...new Set([...clauseIds(contract), ...cited])].toSorted((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
}

/** The advice for a name that has the look of a clause and is none: those of its chapter, for no other is near. */
export function nearClauses(name: string, known: readonly string[]): string | undefined {
  const [, chapter] = /^([0-9A-Z])(?:\.\d*)?$/i.exec(name) ?? [];
  if (chapter === undefined) return undefined;
  const near = known.filter((id) => id.split('.')[0] === chapter.toUpperCase());
  return near.length > 0 ? `Did you mean one of ${near.join(', ')}?` : 'Take one of these clauses.';
}
