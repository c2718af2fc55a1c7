import type { SourceFile } from '../../support/source-file.ts';
import type { FileIndex } from './file-index.ts';
import { folderOf, modulePaths, stemOf } from './modules.ts';
import type { Program } from './program.ts';

/** The files that may use a name of `file`'s top: itself, its package, and those that import it. */
export function seeing(
  program: Program,
  { language }: FileIndex,
  file: SourceFile,
  name: string,
): readonly SourceFile[] {
  const isPackage = language.folderIsModule;
  const isHidden = isPackage && /^[a-z_]/.test(name);
  const near = isPackage ? program.folder(file.path) : [file];
  const home = isPackage ? (folderOf(file.path).split('/').at(-1) ?? '') : stemOf(file.path);
  const far = isHidden ? [] : importing(program, file, home, name);
  return [...new Set([...near.filter(({ text }) => text.includes(name)), ...far])];
}

/** Files that hold the name and import the file, found by whichever of name and file fewer files speak of. */
function importing(program: Program, file: SourceFile, home: string, name: string): readonly SourceFile[] {
  const [first = home] = home.match(/\w+/g) ?? [];
  const [fewer = [], more = []] = [name, first]
    .map((word) => program.holding(word, file.language))
    .sort((a, b) => a.length - b.length);
  const others = new Set(more);
  return fewer.filter(
    (each) =>
      others.has(each) &&
      program
        .facts(each)
        ?.imports.some((one) =>
          [one.module, `${one.module}.${one.member}`].some((module) =>
            modulePaths(program, each, module).includes(file),
          ),
        ),
  );
}
