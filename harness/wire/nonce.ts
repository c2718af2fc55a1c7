import { createHash, randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const RANDOM_CHARS = 18;

/** A fresh text of 24 bytes that no reply can know beforehand, of the same length as its placeholder. */
export function freshNonce(random: (below: number) => number = randomInt): string {
  return nonceOf(Array.from({ length: RANDOM_CHARS }, () => random(ALPHABET.length)));
}

/** A nonce that follows from a text, so that a run can be repeated byte for byte. */
export function seededNonce(seed: string): string {
  const digest = createHash('sha256').update(seed).digest();
  return nonceOf([...digest.subarray(0, RANDOM_CHARS)].map((byte) => byte % ALPHABET.length));
}

function nonceOf(places: readonly number[]): string {
  return `ASSAY-${places.map((place) => ALPHABET[place]).join('')}`;
}
