import type { SizeCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs } from './check.ts';
import { codePaths } from './code-paths.ts';

/** No file is longer than `maxLines`; the finding stands at the first line that is too much. */
export const checkSize: Check<SizeCheck> = ({ files, maxLines }, { tree }) => {
  const set = pathSet(files);
  const drafts = tree.code
    .filter(({ path }) => set.has(path))
    .flatMap(({ path, text }) => {
      const lines = text.replace(/\n$/, '').split('\n');
      if (lines.length <= maxLines) return [];
      const statement = lines[maxLines]?.trim() ?? '';
      return [
        {
          file: path,
          line: maxLines + 1,
          column: 1,
          statement,
          value: `${lines.length} lines`,
          message: `${path} has ${lines.length} lines, ${maxLines} are the limit.`,
        },
      ];
    });
  return { drafts, empty: emptyGlobs('files', set.unmatched(codePaths(tree))) };
};
