import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A fresh text of 24 bytes that no reply can know beforehand, of the same length as its placeholder. */
export function freshNonce(random: (below: number) => number = randomInt): string {
  return `ASSAY-${Array.from({ length: 18 }, () => ALPHABET[random(ALPHABET.length)]).join('')}`;
}
