import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../support/errors.ts';

/** Where worlds and what they share lie on this machine. */
export interface Places {
  /** One directory per world. */
  readonly worlds: string;
  /** Database clusters to copy from. */
  readonly templates: string;
  /** Folders for work in progress. */
  readonly scratch: string;
}

/**
 * Finds (and makes) the registry: `directory`, or one of this user's own below the system's temporary directory, where
 * the templates always are. Throws `EnvironmentError` when somebody else owns it.
 */
export function placesOf(directory?: string): Places {
  const shared = join(tmpdir(), `assay-${userId()}`);
  const root = directory ?? shared;
  const places = {
    worlds: join(root, 'worlds'),
    templates: join(shared, 'postgres'),
    scratch: join(root, 'scratch'),
  };
  for (const path of [shared, places.templates, root, places.worlds, places.scratch]) makeOwn(path);
  return places;
}

function makeOwn(path: string): void {
  mkdirSync(path, { recursive: true, mode: DIRECTORY_MODE });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== userId())
    throw new EnvironmentError({
      code: 'REGISTRY_NOT_OURS',
      message: `${path} is kept for the worlds of this user, but it belongs to somebody else.`,
      fix: `Remove ${path}, or set TMPDIR to a directory of your own.`,
    });
  chmodSync(path, DIRECTORY_MODE);
}

function userId(): number {
  return process.getuid?.() ?? 0;
}

/** As root the database runs as another user, who has to be able to pass through (and cannot list). */
export const DIRECTORY_MODE = process.getuid?.() === 0 ? 0o711 : 0o700;
