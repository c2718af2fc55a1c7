import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileState } from './evidence.ts';

/** How files stand against the digests that they had, by their paths from `directory`. */
export async function fileStates(
  directory: string,
  digests: Readonly<Record<string, string>>,
): Promise<readonly FileState[]> {
  const states: FileState[] = [];
  for (const [path, sha256] of Object.entries(digests)) states.push(await fileState(directory, path, sha256));
  return states;
}

async function fileState(directory: string, path: string, sha256: string): Promise<FileState> {
  const content = await readFile(join(directory, path)).catch(() => undefined);
  if (!content) return { path, state: 'missing' };
  const isSame = createHash('sha256').update(content).digest('hex') === sha256;
  return { path, state: isSame ? 'sound' : 'altered' };
}
