import { randomInt } from 'node:crypto';

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = 5;

/** A fresh word that can be said as a name, a town or a code, and that nobody can know beforehand. */
export function freshWord(random: (below: number) => number = randomInt): string {
  const pick = (letters: string) => letters[random(letters.length)] ?? '';
  const word = Array.from({ length: SYLLABLES }, () => pick(CONSONANTS) + pick(VOWELS)).join('');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
