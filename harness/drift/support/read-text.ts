import { readFileSync, statSync } from 'node:fs';

/** Larger files are generated or data; reading them would cost more than they can tell. */
export const MAX_FILE_BYTES = 5_000_000;

export type TextRead =
  | { readonly text: string }
  | { readonly problem: 'too-large' | 'not-utf8' | 'unreadable'; readonly detail: string };

/** Reads a UTF-8 text; what cannot be read comes back as a named problem, since a tree may hold anything. */
export function readText(path: string, maxBytes: number = MAX_FILE_BYTES): TextRead {
  try {
    const bytes = statSync(path).size;
    if (bytes > maxBytes) return { problem: 'too-large', detail: `${bytes} bytes, the limit is ${maxBytes}` };
    return decode(readFileSync(path));
  } catch (error) {
    return { problem: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
}

function decode(content: Buffer): TextRead {
  if (content.includes(0)) return { problem: 'not-utf8', detail: 'holds NUL bytes' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    return { problem: 'not-utf8', detail: 'holds bytes that are not UTF-8' };
  }
}
