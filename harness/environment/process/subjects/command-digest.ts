import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findProgram } from '../../services/on-path.ts';

/**
 * Digest of what a command runs: over the bytes of its executable and of each argument that names a file.
 * `undefined` when none of its words does.
 */
export async function digestOfCommand(
  words: readonly string[],
  cwd: string,
  path: string | undefined,
): Promise<string | undefined> {
  const [program = '', ...args] = words;
  const executable = program.includes('/') ? resolve(cwd, program) : findProgram(program, path);
  const files = [executable, ...args.map((word) => resolve(cwd, word))].filter(isFile);
  if (files.length === 0) return undefined;
  const hash = createHash('sha256');
  for (const file of files) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return `process:sha256:${hash.digest('hex')}`;
}

function isFile(path: string | undefined): path is string {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
