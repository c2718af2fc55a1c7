import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../../support/errors.ts';

/** What to watch, by absolute paths: folders with all that is in them, and single files. */
export interface WatchedPaths {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * Tells the path of each file that is made, changed, moved or removed, until it is disposed. Every folder is watched by
 * itself: in Node 20's recursive mode a file is lost out of sight as soon as an editor replaces it. What cannot be
 * watched is thrown, or told by `onError` when it comes to be later.
 */
export function watchPaths(
  { folders, files }: WatchedPaths,
  onChange: (path: string) => void,
  onError: (error: unknown) => void,
): Disposable {
  const watchers = new Map<string, FSWatcher>();
  const close = () => watchers.forEach((watcher) => void watcher.close());
  try {
    for (const folder of folders) enter(folder);
    for (const file of files)
      watchers.set(
        file,
        watchFolder(dirname(file), (name) => changedBeside(file, name), onError),
      );
  } catch (error) {
    close();
    throw error;
  }
  return { [Symbol.dispose]: close };

  /** Watches a folder and those in it before it looks what is there, so that nothing is missed; answers its files. */
  function enter(folder: string): readonly string[] {
    if (isPassedBy(basename(folder))) return [];
    if (!watchers.has(folder))
      watchers.set(
        folder,
        watchFolder(folder, (name) => changed(join(folder, name)), onError),
      );
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? enter(path) : [path];
    });
  }

  /** An editor may replace the file, so it is its folder that is watched. */
  function changedBeside(file: string, name: string): void {
    if (name === basename(file)) onChange(file);
  }

  function leave(path: string): void {
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  }

  /** Nobody is there to catch what is thrown here; a folder may be gone again before it was looked at. */
  function later(work: () => void): void {
    try {
      work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onError(error);
    }
  }

  function changed(path: string): void {
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      if (!watchers.has(path)) later(() => enter(path).forEach(onChange));
      return;
    }
    leave(path);
    onChange(path);
  }
}

function watchFolder(
  folder: string,
  onEvent: (name: string) => void,
  onError: (error: unknown) => void,
): FSWatcher {
  try {
    return watch(folder, (_kind, name) => onEvent(name ?? '')).on('error', onError);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw cause;
    throw new EnvironmentError({
      code: 'CANNOT_WATCH',
      message: `${folder} cannot be watched (${code}).`,
      fix: 'Close other programs that watch files, or raise fs.inotify.max_user_watches and max_user_instances.',
      cause,
    });
  }
}

function isPassedBy(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
