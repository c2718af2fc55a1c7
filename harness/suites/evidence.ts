import { join } from 'node:path';
import { appendOwn, makeOwnFolders, writeOwn } from '../support/own-files.ts';
import type { Redactor } from '../support/redaction/redactor.ts';
import { noteEvidence } from './evidence-list.ts';

/** The files that prove one case's verdict, in `evidence/<case id>/` of the run directory. */
export interface Evidence {
  /** Paths relative to the run directory, of the files written so far. */
  files(): readonly string[];
  /** Adds one JSON line to a file at once, so that a crash loses nothing. */
  line(name: string, value: unknown): void;
  json(name: string, value: unknown): void;
  text(name: string, lines: readonly string[]): void;
  /** Writes a file as it is, a picture for instance: nothing in it is redacted. */
  bytes(name: string, content: Uint8Array): void;
}

/**
 * Opens the evidence folder of one case; the folder is made when the first file is written. Whatever goes in is redacted
 * at that moment, and can be read by this user alone.
 */
export function openEvidence(runDirectory: string, caseId: string, redactor: Redactor): Evidence {
  const folder = join('evidence', caseId);
  const written = new Set<string>();
  const place = (name: string) => {
    const path = join(folder, name);
    if (written.has(path)) return join(runDirectory, path);
    makeOwnFolders(runDirectory, join(runDirectory, 'evidence'));
    noteEvidence(runDirectory, path);
    makeOwnFolders(runDirectory, join(runDirectory, folder));
    written.add(path);
    return join(runDirectory, path);
  };
  return {
    files: () => [...written],
    line: (name, value) => appendOwn(place(name), `${JSON.stringify(redactor.value(value))}\n`),
    json: (name, value) => writeOwn(place(name), `${JSON.stringify(redactor.value(value), null, 1)}\n`),
    text: (name, lines) => writeOwn(place(name), lines.map((line) => `${redactor.text(line)}\n`).join('')),
    bytes: (name, content) => writeOwn(place(name), content),
  };
}

/** Evidence that nobody may want: nothing is written before it is released. */
export interface HeldEvidence extends Evidence {
  /** Writes what was said so far. */
  release(): void;
}

/** Holds evidence back. Redacting and writing cost as much as a case itself. */
export function holdBack(evidence: Evidence): HeldEvidence {
  const held: (() => void)[] = [];
  return {
    files: () => evidence.files(),
    line: (name, value) => void held.push(() => evidence.line(name, value)),
    json: (name, value) => void held.push(() => evidence.json(name, value)),
    text: (name, lines) => void held.push(() => evidence.text(name, lines)),
    bytes: (name, content) => void held.push(() => evidence.bytes(name, content)),
    release: () => {
      for (const write of held.splice(0)) write();
    },
  };
}
