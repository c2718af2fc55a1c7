import { basename } from 'node:path';
import { SHELVES } from '../../corpus/entry.ts';

/** What a change makes worthless: some cases, or all of the selection, or even the world that they run in. */
export type Touched =
  | { readonly what: 'nothing' }
  | { readonly what: 'entry'; readonly entry: string }
  | { readonly what: 'selection' }
  | { readonly what: 'world' };

/** What is being watched besides the project's own folders; paths are from the project, or absolute outside of it. */
export interface Watched {
  readonly subjectFile: string;
  /** Something of the harness is planted into a service of the world. */
  readonly isPlanted: boolean;
}

/** What a changed file touches, by its path alone; one that is gone touches the same. */
export function touchedBy(path: string, { subjectFile, isPlanted }: Watched): Touched {
  if (path === subjectFile) return { what: 'world' };
  if (isAside(path)) return { what: 'nothing' };
  const [folder, room = ''] = path.split('/');
  switch (folder) {
    case 'corpus':
      return touchedInCorpus(room, basename(path));
    case 'compose':
      return { what: room === 'subjects' ? 'nothing' : 'world' };
    case 'harness':
      return { what: isPlanted ? 'world' : 'selection' };
    default:
      return { what: 'selection' };
  }
}

/** Tests and prose decide no verdict; the rest is what editors leave beside the file that is edited. */
function isAside(path: string): boolean {
  return /(^|\/)\.|\.test\.ts$|\.md$|~$|\.(swp|swx|tmp|bak)$|\/4913$/.test(path);
}

/** The documents beside the shelves are for the linter; the schemas are read by runtimes when they start. */
function touchedInCorpus(room: string, name: string): Touched {
  if (room === 'schemas') return { what: name === 'sidecar.schema.json' ? 'selection' : 'world' };
  if (!isShelf(room)) return { what: 'nothing' };
  const [, entry] = /^(.+)\.yaml$/.exec(name) ?? /^(.+?)(?:\.\d+)?\.body$/.exec(name) ?? [];
  return entry === undefined ? { what: 'selection' } : { what: 'entry', entry };
}

function isShelf(name: string): boolean {
  return SHELVES.some((shelf) => shelf === name);
}
