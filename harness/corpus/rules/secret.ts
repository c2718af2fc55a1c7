import type { CorpusProblem } from '../problem.ts';
import type { EntryRule } from '../source.ts';

const PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['JSON web token', /eyJ[\w-]{8,}\.eyJ[\w-]{8,}/],
  ['AWS access key', /\bA(KIA|SIA)[0-9A-Z]{16}\b/],
  ['Google API key', /\bAIza[\w-]{35}/],
  ['GitHub token', /\b(gh[pousr]_\w{30,}|github_pat_\w{30,})/],
  ['GitLab token', /\bglpat-[\w-]{20,}/],
  ['Slack token', /\bxox[abprs]-[\w-]{10,}/],
  ['API key', /\b[spr]k-(proj-|ant-|live_|test_)?[\w-]{20,}/],
  ['npm token', /\bnpm_\w{36}/],
  ['bearer token', /\bBearer [\w.~+/-]{16,}/i],
  ['password', /\b(password|passwd|secret|api[_-]?key)["']?\s*[:=]\s*["']?[^\s"',}]{6,}/i],
];
const LONG_WORD = /[A-Za-z0-9+_=-]{32,}/g;
const MIN_BITS_PER_CHARACTER = 4.2;

/** Nothing that opens a door: known forms of credentials, and long words that look random. */
export const secret: EntryRule = ({ file, sidecar, payloads }) => [
  ...found(file, sidecar),
  ...payloads.flatMap((payload) => found(payload.file, payload.stored.toString('latin1'))),
];

function found(file: string, text: string): readonly CorpusProblem[] {
  const known = PATTERNS.find(([, pattern]) => pattern.test(text));
  if (known) return [problem(file, `what looks like a ${known[0]}`)];
  const random = (text.match(LONG_WORD) ?? []).find(looksRandom);
  return random === undefined ? [] : [problem(file, `a word that looks random, \`${random.slice(0, 8)}…\``)];
}

function looksRandom(word: string): boolean {
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
  return (
    (mixed || /^[0-9a-f]+$/.test(word)) && bitsPerCharacter(word) >= (mixed ? MIN_BITS_PER_CHARACTER : 3.3)
  );
}

function bitsPerCharacter(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, n) => bits - (n / word.length) * Math.log2(n / word.length), 0);
}

function problem(file: string, what: string): CorpusProblem {
  const fix = 'Take it out, and revoke it if it was ever real; a payload needs no working credential.';
  return { file, rule: 'secret', message: `contains ${what}`, fix };
}
