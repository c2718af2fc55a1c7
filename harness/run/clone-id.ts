import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { projectRoot } from '../support/paths.ts';

/** Tells the run directories of this clone from those of others, and says nothing about where it lies. */
export function cloneId(): string {
  return createHash('sha256').update(realpathSync(projectRoot)).digest('hex').slice(0, 16);
}
