import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seam } from '../seam.ts';
import type { Line, Turn } from './types.ts';

/** What was said so far, by the key of the session. */
export interface Sessions {
  load(key: string): readonly Line[];
  save(key: string, lines: readonly Line[]): void;
  /** Every session of this process, for whoever looks for what went wrong. */
  all(): Readonly<Record<string, readonly Line[]>>;
}

/** Which session a turn belongs to. */
export const sessionKey = seam(
  'canary.sessionKey',
  ({ contextId }: Pick<Turn, 'contextId' | 'taskId'>): string => contextId,
);

/** What stays of a session after a turn. */
export const kept = seam('canary.kept', (before: readonly Line[], said: readonly Line[]): readonly Line[] => [
  ...before,
  ...said,
]);

/** What a new process finds of a session that an earlier one has saved. */
export const restored = seam('canary.restored', (lines: readonly Line[]): readonly Line[] => lines);

/** Opens the store; with a folder it outlives the process, one file for each session. */
export function openSessions(folder: string | undefined): Sessions {
  const live = new Map<string, readonly Line[]>();
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (key: string) =>
    join(folder ?? '', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  return {
    load: (key) => {
      const known = live.get(key);
      if (known || folder === undefined) return known ?? [];
      const lines = restored(read(fileOf(key)));
      if (lines.length > 0) live.set(key, lines);
      return lines;
    },
    save: (key, lines) => {
      live.set(key, lines);
      if (folder !== undefined) write(fileOf(key), lines);
    },
    all: () => Object.fromEntries(live),
  };
}

function read(file: string): readonly Line[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Line[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Whole or not at all, so that a killed process leaves nothing half-written. */
function write(file: string, lines: readonly Line[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(lines), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
