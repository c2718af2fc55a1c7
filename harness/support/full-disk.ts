/** Whether the system has no room for what was to be written; no fault of whoever named the place. */
export function isOfFullDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Does what writes to `path`, and lets a refusal name it: the system names no file that is open already. */
export function writingTo<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw naming(path, error);
  }
}

/** The same of a refusal that comes later. */
export function naming(path: string, error: unknown): unknown {
  if (error instanceof Error && isOfFullDisk(error) && !('path' in error)) Object.assign(error, { path });
  return error;
}
