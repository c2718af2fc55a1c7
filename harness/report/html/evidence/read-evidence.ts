import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { EvidenceText } from './recording.ts';

/** What the page can make something of. */
const READABLE = ['record.json', 'exchanges.ndjson'];

/** Files of evidence that were read, and how much that was. */
export interface EvidenceRead {
  readonly files: readonly EvidenceText[];
  readonly bytes: number;
}

/**
 * Reads files of evidence by their paths from the run directory, as long as all of them together are not larger than
 * `roomBytes`; nothing where they are. A path that leads out of the evidence, a link, and what cannot be read are left
 * out. One after the other, for there may be ten thousand, and promises take several times as long.
 */
export function readEvidence(
  directory: string,
  paths: readonly string[],
  roomBytes: number,
): EvidenceRead | undefined {
  const files: EvidenceText[] = [];
  let bytes = 0;
  for (const path of paths.filter((each) => READABLE.includes(basename(each)))) {
    const found = readInside(directory, path, roomBytes - bytes);
    if (found === 'too large') return undefined;
    if (found === undefined) continue;
    files.push({ name: basename(path), text: found.toString() });
    bytes += found.length;
  }
  return { files, bytes };
}

function readInside(directory: string, path: string, roomBytes: number): Buffer | 'too large' | undefined {
  try {
    const file = realpathSync.native(join(directory, path));
    if (!file.startsWith(`${realpathSync.native(join(directory, 'evidence'))}${sep}`)) return undefined;
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) return undefined;
      return found.size > roomBytes ? 'too large' : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
