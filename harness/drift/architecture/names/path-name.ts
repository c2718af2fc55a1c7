import { posix } from 'node:path';
import type { Named } from './named.ts';

/** A file as a name: its whole path, its base name, or that without the extension. */
export function pathName(path: string, as: 'stem' | 'name' | 'path'): Named {
  const base = posix.basename(path);
  const name = as === 'path' ? path : as === 'name' ? base : base.replace(/\.[^.]+$/, '');
  return { name, file: path, line: 1, column: 1, statement: path };
}
