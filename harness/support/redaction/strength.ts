/**
 * Whether a secret says enough to be searched for wherever it may stand. A short one, a single word, a short number or
 * the same few characters again and again would be found all over a report that has nothing to do with it; of such a
 * secret only those places are concealed where credentials stand.
 */
export function isTelling(secret: string): boolean {
  if (Buffer.byteLength(secret) < MIN_BYTES || new Set(secret).size < MIN_DISTINCT) return false;
  return !(secret.length < MIN_UNIFORM_CHARS && /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/.test(secret));
}

const MIN_BYTES = 6;
const MIN_DISTINCT = 4;
const MIN_UNIFORM_CHARS = 12;
