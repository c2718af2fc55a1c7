/** One shell line that runs a case alone, with what made this run special. */
export function reproduceLine(
  { suite, id }: { readonly suite: string; readonly id: string },
  run: { readonly seed: number; readonly mutant?: string },
): string {
  const mutant = run.mutant === undefined ? [] : ['--mutant', quote(run.mutant)];
  return ['npx assay run', quote(suite), '-g', `'${escapeQuotes(id)}'`, '--seed', run.seed, ...mutant].join(
    ' ',
  );
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${escapeQuotes(word)}'`;
}

function escapeQuotes(text: string): string {
  return text.replaceAll("'", String.raw`'\''`);
}
