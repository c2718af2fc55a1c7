/** What stands behind a column that a clause compares or sets (a pattern). */
const COMPARES = '(?:=|<>|!=|(?:not\\s+)?(?:in|between)\\b|is\\s+(?:not\\s+)?distinct\\s+from\\b)';

/** A clause that compares or sets one of `columns` (a pattern), as far as the words show; `then` follows, if anything does. */
export function comparing(columns: string, then = ''): RegExp {
  const cases = `\\bcase\\s+(?:\\w+\\.)?"?(?:${columns})\\b"?\\s+when\\b`;
  return new RegExp(`\\b(?:${columns})\\b[^a-z]*${COMPARES}${then}|${cases}`, 'i');
}
