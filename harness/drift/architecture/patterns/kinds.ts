import { type Language, type SourceFile, sourceFile } from '../../support/source-file.ts';
import { nodesOfKind, type SyntaxNode, syntaxOf } from '../../support/syntax.ts';

const known = new Map<string, boolean>();

/** All nodes of the given kinds below `root`; kinds that the file's grammar does not have are passed over. */
export function nodesAmong(
  file: SourceFile,
  root: SyntaxNode,
  kinds: readonly string[],
  regex?: string,
): readonly SyntaxNode[] {
  const usable = kinds.filter((kind) => isKnown(file.language, kind));
  return usable.length === 0 ? [] : nodesOfKind(root, usable, regex);
}

function isKnown(language: Language, kind: string): boolean {
  const key = `${language} ${kind}`;
  const answer = known.get(key) ?? probe(language, kind);
  known.set(key, answer);
  return answer;
}

/** The grammar refuses a search for a kind that it does not have. */
function probe(language: Language, kind: string): boolean {
  try {
    syntaxOf(sourceFile('probe', language, '')).find({ rule: { kind } });
    return true;
  } catch {
    return false;
  }
}
