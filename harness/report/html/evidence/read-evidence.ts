import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EvidenceText } from './recording.ts';

/** What the page can make something of. */
const READABLE = ['record.json', 'exchanges.ndjson'];

/**
 * Reads files of evidence by their paths from the run directory, as long as all of them together are not larger than
 * `roomBytes`; nothing where they are. A path that leads out of the evidence, a link, and what cannot be read are left out.
 */
export async function readEvidence(
  directory: string,
  paths: readonly string[],
  roomBytes: number,
): Promise<{ readonly files: readonly EvidenceText[]; readonly bytes: number } | undefined> {
  const files: EvidenceText[] = [];
  let bytes = 0;
  for (const path of paths.filter((each) => READABLE.includes(basename(each)))) {
    const found = await readInside(directory, path, roomBytes - bytes);
    if (found === 'too large') return undefined;
    if (found === undefined) continue;
    files.push({ name: basename(path), text: found.toString() });
    bytes += found.length;
  }
  return { files, bytes };
}

async function readInside(directory: string, path: string, roomBytes: number) {
  const file = join(directory, path);
  try {
    if (!(await realpath(file)).startsWith(`${await realpath(join(directory, 'evidence'))}/`))
      return undefined;
    await using handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    return found.size > roomBytes ? 'too large' : await handle.readFile();
  } catch {
    return undefined;
  }
}
