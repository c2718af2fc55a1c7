import { closest, distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely meant, or nothing when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name.toLowerCase(), [...known]);
  return distance(name.toLowerCase(), candidate.toLowerCase()) <= Math.max(2, name.length / 3)
    ? candidate
    : undefined;
}

/** More than these nobody reads. */
const SHOWN = 20;

/** The advice for a wrong name: the nearest known one, else the list, or the beginning of a long one. */
export function didYouMean(name: string, known: readonly string[]): string {
  const candidate = nearest(name, known);
  if (candidate) return `Did you mean "${candidate}"?`;
  const more = known.length > SHOWN ? ` and ${known.length - SHOWN} more` : '';
  return `Known: ${known.slice(0, SHOWN).join(', ')}${more}.`;
}
