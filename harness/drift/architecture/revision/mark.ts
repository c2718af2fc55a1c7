import type { Revision } from '../../../corpus/entry.ts';
import { placeText } from '../../support/finding.ts';
import { pathSet } from '../tree/path-set.ts';
import type { Tree } from '../tree/tree.ts';
import type { Lifetime } from './standing.ts';
import { sideOf, turnText } from './turn.ts';

/** A file by which the day of a tree is known: builds have it since, or had it until. Its absence says nothing. */
export interface Mark extends Lifetime {
  readonly file: string;
}

/** Why a tree cannot be of a revision, in one message with all files that say so; nothing when none does. */
export function otherRevision(tree: Tree, marks: readonly Mark[], revision: Revision): string | undefined {
  const told = marks.flatMap((mark) => {
    const side = contradiction(mark, revision);
    const path = side && tree.paths.find(pathSet([mark.file]).has);
    return side && path !== undefined ? [{ ...side, path }] : [];
  });
  const [first] = told;
  if (!first) return undefined;
  const same = told.filter(({ is }) => is === first.is);
  const files = same.map(({ path, why }) => `${placeText({ file: path, line: 1, column: 1 })}, which ${why}`);
  return `The tree is ${first.is} than ${revision}, so no rule was judged; it has ${files.join('; ')}. Give the revision of the build: --revision ${first.fix}.`;
}

interface Contradiction {
  readonly is: 'older' | 'later';
  readonly why: string;
  readonly fix: string;
}

function contradiction({ since, until }: Mark, revision: Revision): Contradiction | undefined {
  if (until !== undefined && sideOf(until, revision) === 'R3') {
    return { is: 'older', why: `builds have until ${turnText(until)}`, fix: 'R1, or its day' };
  }
  if (since !== undefined && sideOf(since, revision) === 'R1') {
    return { is: 'later', why: `builds have since ${turnText(since)}`, fix: 'R3, or its day' };
  }
  return undefined;
}
