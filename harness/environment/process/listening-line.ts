import { readFileSync } from 'node:fs';

/** Finds the URL in the log line by which our services say that they listen; `undefined` until it is there. */
export function listeningUrl(logFile: string): string | undefined {
  for (const line of readFileSync(logFile, 'utf8').split('\n')) {
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
