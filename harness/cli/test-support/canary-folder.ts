import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingDirectory } from './assay.ts';

/** A working directory whose folder `canaries` holds one canary, called `knows-me`; disposing removes it. */
export async function canaryFolder(yaml: string) {
  const folder = await workingDirectory();
  mkdirSync(join(folder.path, 'canaries'));
  writeFileSync(join(folder.path, 'canaries', 'knows-me.yaml'), yaml);
  return folder;
}
