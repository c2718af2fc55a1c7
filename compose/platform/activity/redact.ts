import { seam } from '../../seam.ts';

/** What a text of an event may be long, in characters. */
const MAX_CHARACTERS = 4_096;

/** Each with what stands there instead; the word that names a secret stays. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[REDACTED]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, '[REDACTED]'],
  [/\b(?:sk|pk|ghp|gho|xox[abp])[-_][\w-]{8,}/g, '[REDACTED]'],
  [/\b((?:password|secret|token|bearer|api[_-]?key)\s*[=:]\s*)[^\s"',;]+/gi, '$1[REDACTED]'],
  [/\b((?:token|api[_-]?key)\s+)[\w.~+/=-]{20,}/gi, '$1[REDACTED]'],
  [/(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g, '[REDACTED]'],
];

/** A text as an event may tell it: without what looks like a credential, and cut. */
export const redactSecrets = seam('platform.redactSecrets', redacted);

function redacted(text: string): string {
  const clean = SECRETS.reduce((done, [pattern, instead]) => done.replace(pattern, instead), text);
  const characters = [...clean];
  if (characters.length <= MAX_CHARACTERS) return clean;
  return `${characters.slice(0, MAX_CHARACTERS).join('')}…[truncated]`;
}
