import { lstat } from 'node:fs/promises';

/** Who else owns what lies at a path, by number; nothing when it is ours, is not there, or the system has no owners. */
export async function otherOwnerOf(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined);
  const user = process.getuid?.();
  return found && user !== undefined && found.uid !== user ? found.uid : undefined;
}
