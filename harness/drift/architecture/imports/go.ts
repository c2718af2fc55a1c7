import type { SourceFile } from '../../support/source-file.ts';
import type { RawImport } from './import.ts';

const GAP = /(?:\s|;|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const PACKAGE = /package\s+[\p{L}_][\p{L}\p{N}_]*/uy;
const IMPORT = /import(?![\p{L}\p{N}_])/uy;
const NAME = /(?:[\p{L}_][\p{L}\p{N}_]*|\.)(?=[\s"`/])/uy;
const PATH = /"([^"\n]*)"|`([^`]*)`/y;

/** The imports of a Go file: they stand at its head, so its body is never parsed. Nothing when the head is not Go. */
export function goImports({ text }: SourceFile): readonly RawImport[] | undefined {
  const reader = readerOf(text);
  if (!reader.take(PACKAGE)) return undefined;
  const imports: RawImport[] = [];
  while (reader.take(IMPORT)) {
    const block = reader.takeCharacter('(');
    for (;;) {
      const spec = specOf(reader);
      if (spec) imports.push(spec);
      else if (!block || !reader.takeCharacter(')')) return undefined;
      if (!spec || !block) break;
    }
  }
  return imports;
}

interface Reader {
  readonly at: () => number;
  readonly take: (pattern: RegExp) => RegExpExecArray | undefined;
  readonly takeCharacter: (character: string) => boolean;
}

function readerOf(text: string): Reader {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const skip = (): void => {
    GAP.lastIndex = at;
    at += GAP.exec(text)?.[0].length ?? 0;
  };
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    skip();
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found ?? undefined;
  };
  const takeCharacter = (character: string): boolean => {
    skip();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  return { at: () => at, take, takeCharacter };
}

function specOf(reader: Reader): RawImport | undefined {
  const name = reader.take(NAME)?.[0];
  const path = reader.take(PATH);
  if (!path) return undefined;
  const statement = `import ${name === undefined ? '' : `${name} `}${path[0]}`;
  return {
    module: path[1] ?? path[2] ?? '',
    start: path.index,
    end: reader.at(),
    statement,
    typeOnly: false,
  };
}
