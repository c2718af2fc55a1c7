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
