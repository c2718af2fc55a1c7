import { relative } from 'node:path';
import { projectRoot } from '../../support/paths.ts';
import type { Shell } from '../shell.ts';
import { type Rerun, rerunAll, rerunFor } from './rerun.ts';
import type { Watched } from './touched.ts';
import type { Wish, Wishes } from './wishes.ts';

/** What is to be run, one after the other, from the first run until it is to end. */
export async function* rerunsOf(wishes: Wishes, watched: Watched, shell: Shell): AsyncGenerator<Rerun> {
  yield rerunAll('Started');
  for (let isTold = false; ; ) {
    if (!isTold)
      shell.err('Watching corpus, specs, harness, compose and the subject file. Enter runs all, q ends.\n');
    const wish = await wishes.next();
    if (!wish) return;
    const rerun = rerunOf(wish, watched);
    isTold = rerun === undefined;
    if (rerun) yield rerun;
  }
}

function rerunOf({ changed, wantsAll }: Wish, watched: Watched): Rerun | undefined {
  const asked = rerunFor(changed.map(fromProject), {
    ...watched,
    subjectFile: fromProject(watched.subjectFile),
  });
  if (!wantsAll) return asked;
  return asked ? { ...asked, entries: 'all' } : rerunAll('Enter pressed');
}

/** Relative to the project where it lies in there. */
function fromProject(path: string): string {
  return path.startsWith(`${projectRoot}/`) ? relative(projectRoot, path) : path;
}
