import type { SourceFile } from '../../../support/source-file.ts';
import { goImports } from '../../imports/go.ts';
import { goResolver } from '../../imports/go-modules.ts';
import type { Tree } from '../../tree/tree.ts';
import { folderOf } from '../../tree/tree.ts';
import { type GoWorld, OUTSIDE, type OutsideType, type PackageName } from './go-type.ts';

interface FileImports {
  readonly byName: ReadonlyMap<string, PackageName | OutsideType>;
  readonly dots: readonly string[];
}

/** The names under which files know other packages: their aliases, else what the packages call themselves. */
export function goImportNames(tree: Tree): Pick<GoWorld, 'imported' | 'dotImports'> {
  const resolve = goResolver(tree);
  const clauses = packageClauses(tree);
  const read = new WeakMap<SourceFile, FileImports>();
  const importsOf = (file: SourceFile): FileImports => {
    const known = read.get(file) ?? readImports(file, resolve, clauses);
    read.set(file, known);
    return known;
  };
  return {
    imported: (file, name) => importsOf(file).byName.get(name),
    dotImports: (file) => importsOf(file).dots,
  };
}

function readImports(
  file: SourceFile,
  resolve: ReturnType<typeof goResolver>,
  clauses: (folder: string) => string | undefined,
): FileImports {
  const byName = new Map<string, PackageName | OutsideType>();
  const dots: string[] = [];
  for (const { module, statement } of goImports(file) ?? []) {
    const alias = /^import ([^\s"`]+) /.exec(statement)?.[1];
    const target = resolve(file.path, module);
    if (target.kind !== 'folder') byName.set(alias ?? guessedName(module), OUTSIDE);
    else if (alias === '.') dots.push(target.path);
    else
      byName.set(alias ?? clauses(target.path) ?? guessedName(module), {
        kind: 'package',
        folder: target.path,
      });
  }
  return { byName, dots };
}

/** How the packages of the tree call themselves, by folder. */
function packageClauses(tree: Tree): (folder: string) => string | undefined {
  let names: Map<string, string> | undefined;
  return (folder) => {
    names ??= new Map(
      tree.code
        .filter(({ language, path }) => language === 'go' && !path.endsWith('_test.go'))
        .map(({ path, text }) => [folderOf(path), /^package\s+([\p{L}\p{N}_]+)/mu.exec(text)?.[1] ?? '']),
    );
    return names.get(folder);
  };
}

function guessedName(module: string): string {
  const steps = module.split('/').filter((step) => !/^v\d+$/.test(step));
  return (steps[steps.length - 1] ?? module).replace(/^go-|\.v\d+$/g, '');
}
