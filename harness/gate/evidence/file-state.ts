import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileState } from './evidence.ts';

/**
 * How files stand against the digests that they had, by their paths from `directory`. Read one after the other: thousands
 * of small files take several times as long by promises.
 */
export function fileStates(
  directory: string,
  digests: Readonly<Record<string, string>>,
): readonly FileState[] {
  return Object.entries(digests).map(([path, sha256]) => ({
    path,
    state: stateOf(join(directory, path), sha256),
  }));
}

function stateOf(file: string, sha256: string): FileState['state'] {
  const content = contentOf(file);
  if (!content) return 'missing';
  return createHash('sha256').update(content).digest('hex') === sha256 ? 'sound' : 'altered';
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
