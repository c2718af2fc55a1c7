import type { SourceFile } from '../../support/source-file.ts';
import type { Tree } from '../tree/tree.ts';
import { goImports } from './go.ts';
import { looksBroken } from './go-balance.ts';
import { goResolver } from './go-modules.ts';
import type { Import, RawImport, Target } from './import.ts';
import { pythonImports } from './python.ts';
import { pythonResolver } from './python-modules.ts';
import { scriptImports } from './script.ts';
import { scriptResolver } from './script-modules.ts';

/** Reads and resolves the imports of every code file; a file whose imports cannot be read is noted in the tree. */
export function readImports(tree: Tree): readonly Import[] {
  const resolve = resolverOf(tree);
  return tree.code.flatMap((file) =>
    rawImports(tree, file).flatMap((raw) => resolve(file, raw).map((target) => ({ ...raw, file, target }))),
  );
}

function rawImports(tree: Tree, file: SourceFile): readonly RawImport[] {
  if (file.language === 'go') {
    const imports = goImports(file);
    if (looksBroken(file.text)) tree.syntax(file);
    if (!imports) tree.misunderstood(file, 'it does not begin with a package clause and imports');
    return imports ?? [];
  }
  if (file.language === 'python') {
    return pythonImports(tree.syntax(file));
  }
  return scriptImports(file, tree.syntax(file));
}

function resolverOf(tree: Tree): (file: SourceFile, raw: RawImport) => readonly Target[] {
  const go = goResolver(tree);
  const script = scriptResolver(tree);
  const python = pythonResolver(tree);
  return (file, raw) => {
    if (file.language === 'go') return [go(file.path, raw.module)];
    if (file.language === 'python') return python(file.path, raw);
    return [script(file.path, raw.module)];
  };
}
