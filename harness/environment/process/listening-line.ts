import { readEnd } from './log-tail.ts';

const SEARCHED_BYTES = 1024 * 1024;

/** Finds the URL in the line of a log, from byte `from` on, by which our services say that they listen. */
export function listeningUrl(logFile: string, from: number): string | undefined {
  for (const line of readEnd(logFile, SEARCHED_BYTES, from).split('\n')) {
    const url = line.includes('"listening"') ? urlOf(line) : undefined;
    if (url) return url;
  }
  return undefined;
}

function urlOf(line: string): string | undefined {
  try {
    const entry = JSON.parse(line) as { readonly msg?: unknown; readonly url?: unknown };
    return entry.msg === 'listening' && typeof entry.url === 'string' ? entry.url : undefined;
  } catch {
    return undefined;
  }
}
