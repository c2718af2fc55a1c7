import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { isGoneOrGoing } from './engine-errors.ts';

const KEPT_MS = 7 * 86_400_000;

/** Removes images of ours, and what they were built from, that are older than a week; those in use stay. */
export async function removeOldImages({ docker }: Engine, repositories: readonly string[], contexts: string) {
  const horizonMs = Date.now() - KEPT_MS;
  const images = await docker.listImages({ filters: JSON.stringify({ reference: [...repositories] }) });
  for (const { RepoTags, Created } of images)
    for (const tag of Created * 1000 < horizonMs ? (RepoTags ?? []) : [])
      await docker
        .getImage(tag)
        .remove()
        .catch((error) => {
          if (!isGoneOrGoing(error)) throw error;
        });
  for (const name of await readdir(contexts)) {
    const found = await stat(join(contexts, name)).catch(() => undefined);
    if (found && found.mtimeMs < horizonMs) await rm(join(contexts, name), { recursive: true, force: true });
  }
}
