import { touchedBy, type Watched } from './touched.ts';

/** What is to be run again: all of the selection, or the cases of some entries; in a fresh world, or in the one there is. */
export interface Rerun {
  readonly inFreshWorld: boolean;
  readonly entries: 'all' | readonly string[];
  /** What was changed, or pressed. */
  readonly because: string;
}

/** The first run, and what Enter asks for. */
export function rerunAll(because: string): Rerun {
  return { inFreshWorld: false, entries: 'all', because };
}

/** What changed files ask for together, by their paths from the project; nothing when none of them touches a verdict. */
export function rerunFor(paths: readonly string[], watched: Watched): Rerun | undefined {
  const all = paths.map((path) => ({ path, ...touchedBy(path, watched) }));
  const touching = all.filter(({ what }) => what !== 'nothing');
  if (touching.length === 0) return undefined;
  const entries = touching.flatMap((each) => (each.what === 'entry' ? [each.entry] : []));
  return {
    inFreshWorld: touching.some(({ what }) => what === 'world'),
    entries: entries.length === touching.length ? [...new Set(entries)].sort() : 'all',
    because: `Changed: ${inShort(touching.map(({ path }) => path))}${isBehind(paths) ? BEHIND : ''}`,
  };
}

/** Whoever keeps the world has loaded what boots it. */
function isBehind(paths: readonly string[]): boolean {
  return paths.some((path) => path.startsWith('harness/environment/'));
}

const BEHIND = ' (worlds are booted as before until the watch is started again)';

function inShort(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}
