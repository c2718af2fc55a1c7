import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that prove one case's verdict, in `evidence/<case id>/` of the run directory. */
export interface Evidence {
  /** Paths relative to the run directory, of the files written so far. */
  files(): readonly string[];
  /** Adds one JSON line to a file at once, so that a crash loses nothing. */
  line(name: string, value: unknown): void;
  json(name: string, value: unknown): void;
  text(name: string, lines: readonly string[]): void;
}

/** Opens the evidence folder of one case; the folder is made when the first file is written. */
export function openEvidence(runDirectory: string, caseId: string): Evidence {
  const folder = join('evidence', caseId);
  const written = new Set<string>();
  const place = (name: string) => {
    if (written.size === 0) mkdirSync(join(runDirectory, folder), { recursive: true });
    written.add(join(folder, name));
    return join(runDirectory, folder, name);
  };
  return {
    files: () => [...written],
    line: (name, value) => appendFileSync(place(name), `${JSON.stringify(value)}\n`),
    json: (name, value) => writeFileSync(place(name), `${JSON.stringify(value, null, 1)}\n`),
    text: (name, lines) => writeFileSync(place(name), lines.map((line) => `${line}\n`).join('')),
  };
}
