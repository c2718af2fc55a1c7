import type { Scalar } from 'yaml';
import { type SyntaxNode, syntaxOfScript } from '../drift/support/syntax.ts';
import type { Place } from '../support/verdict.ts';
import type { YamlFile } from './yaml-node.ts';

/** A command of a script. */
export interface Command {
  readonly node: SyntaxNode;
  /** Its words without quotes and assignments. */
  readonly words: readonly string[];
  readonly place: Place;
}

/** What a step runs. */
export interface Script {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly commands: readonly Command[];
  readonly placeOf: (node: SyntaxNode) => Place;
  /** What the shell does before the script says anything. */
  readonly begins: { readonly errexit: boolean; readonly pipefail: boolean };
}

/** Reads the script of a step. Expressions are no shell: each stands as one word of the same length. */
export function readScript(yaml: YamlFile, scalar: Scalar, shell: string | undefined): Script {
  const text = String(scalar.value).replaceAll(/\$\{\{[\s\S]*?\}\}/g, (each) => 'X'.repeat(each.length));
  const root = syntaxOfScript(text);
  const placeOf = (node: SyntaxNode) => placeIn(yaml, scalar, node.range().start);
  return {
    text: String(scalar.value),
    root,
    placeOf,
    commands: root
      .findAll({ rule: { kind: 'command' } })
      .map((node) => ({ node, words: wordsOf(node), place: placeOf(node) })),
    begins: shellBegins(shell),
  };
}

/** `bash` and `sh` by name, and nothing at all, stop at an error; only a named `bash` looks at all of a pipe. */
function shellBegins(shell: string | undefined): Script['begins'] {
  if (shell === undefined || shell === 'sh') return { errexit: true, pipefail: false };
  if (shell === 'bash') return { errexit: true, pipefail: true };
  return { errexit: /\s-\w*e/.test(shell), pipefail: /pipefail/.test(shell) };
}

function wordsOf(node: SyntaxNode): readonly string[] {
  return node
    .children()
    .filter((each) => each.kind() !== 'variable_assignment' && !String(each.kind()).includes('redirect'))
    .map((each) => each.text().replaceAll(/^["']|["']$/g, ''));
}

/** A block scalar is indented and begins behind its first line; any other is one line, with or without quotes. */
function placeIn(
  yaml: YamlFile,
  { range, type }: Scalar,
  at: { readonly line: number; readonly column: number },
): Place {
  const start = yaml.placeAt(range?.[0] ?? 0);
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    const lines = yaml.text.split('\n');
    const first = lines.slice(start.line).findIndex((line) => line.trim() !== '');
    const indent = /^ */.exec(lines[start.line + first] ?? '')?.[0].length ?? 0;
    return { file: yaml.file, line: start.line + 1 + at.line, column: indent + at.column + 1 };
  }
  const quote = type === 'PLAIN' ? 0 : 1;
  return { ...start, column: (start.column ?? 1) + quote + at.column };
}
