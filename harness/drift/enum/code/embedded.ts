import { posix } from 'node:path';
import { spanOf } from '../../support/syntax.ts';
import type { FileIndex } from './file-index.ts';
import { folderOf } from './modules.ts';
import type { Program } from './program.ts';
import { namedSites } from './sites.ts';
import type { CodeText } from './statements.ts';

const EMBED = /^\/\/go:embed[ \t]+(\S+\.sql)[ \t]*$/;

/** Variables of Go that hold a file of SQL: `//go:embed q.sql` above `var q string`, with the calls that run it. */
export function embeddedTexts(program: Program, index: FileIndex): readonly CodeText[] {
  if (!index.file.text.includes('//go:embed ')) return [];
  return index.nodes(['comment'], '^//go:embed ').flatMap((comment) => {
    const path = EMBED.exec(comment.text())?.[1];
    const { end } = spanOf(comment);
    const name = /^\s*(?:var\s+)?(\w+)\s+(?:string|\[\]byte)\b/.exec(index.file.text.slice(end));
    const file = path && program.byPath.get(posix.join(folderOf(index.file.path), path));
    const at = end + (name?.[0].indexOf(name[1] ?? '') ?? 0);
    const binding = index.bindings(name?.[1] ?? '').find((each) => each.at === at);
    const sites = binding ? namedSites(program, index, binding) : [];
    if (!file || sites.length === 0) return [];
    return [
      {
        ...{ file, start: 0, end: file.text.length },
        texts: [[{ kind: 'run', run: { text: file.text, file, start: 0, verbatim: true } }]],
        sites: () => sites,
      },
    ];
  });
}
