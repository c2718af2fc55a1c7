import { escapePattern } from '../support/escape-pattern.ts';

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const KNOWN = /^(nonce|captured)\.([a-z][a-z0-9_]*)$/;

/** What the placeholders of a conversation stand for. */
export interface Values {
  nonce(name: string): string;
  captured(name: string): string | undefined;
}

/** The placeholders in a text: `nonce.x` or `captured.x`, or what is none of them. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, inside = '']) => inside);
}

/** Whether a placeholder is one that is filled in. */
export function isKnownPlaceholder(inside: string): boolean {
  return KNOWN.test(inside);
}

/** The name of a nonce that a placeholder stands for, if it does. */
export function nonceNamed(inside: string): string | undefined {
  const [, kind, name] = KNOWN.exec(inside) ?? [];
  return kind === 'nonce' ? name : undefined;
}

/** A text with its placeholders filled in; one of which nothing was captured stands for a text that nobody says. */
export function fill(text: string, values: Values, quote = (value: string) => value): string {
  return text.replace(PLACEHOLDER, (whole, inside: string) => {
    const [, kind, name = ''] = KNOWN.exec(inside) ?? [];
    if (kind === 'nonce') return quote(values.nonce(name));
    if (kind === 'captured') return quote(values.captured(name) ?? `(nothing was captured as ${name})`);
    return whole;
  });
}

/** A regular expression with its placeholders filled in, each as the text that it stands for. */
export function fillPattern(pattern: string, values: Values): RegExp {
  return new RegExp(fill(pattern, values, escapePattern), 'i');
}

/** The number of a repetition for `{{n}}`. */
export function fillCount(text: string, count: number): string {
  return text.replace(/\{\{\s*n\s*\}\}/g, String(count));
}
