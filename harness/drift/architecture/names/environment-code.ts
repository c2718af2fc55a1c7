import { onOneLine } from '../../support/finding.ts';
import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { stretch } from '../checks/check.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { Tree } from '../tree/tree.ts';
import { isText, textOf } from './literal.ts';
import type { Named } from './named.ts';

const READERS =
  /^(?:os\.(?:Getenv|LookupEnv|getenv|environ\.(?:get|pop|setdefault))|environ\.get|getenv|syscall\.Getenv)$/;
const ENVIRONMENTS = /^(?:process\.env|processEnv|env|import\.meta\.env|os\.environ|environ|Deno\.env)$/;

/** The environment variables that code reads by a literal name. */
export function codeEnvironment(tree: Tree, file: SourceFile): readonly Named[] {
  if (!/env/i.test(file.text)) return [];
  const root = tree.syntax(file);
  const kinds = [
    'call_expression',
    'call',
    'member_expression',
    'subscript_expression',
    'subscript',
    'object_pattern',
  ];
  return nodesAmong(file, root, kinds).flatMap((node) =>
    variablesOf(node).map((name) => {
      const { start, end } = node.range();
      return { ...stretch(file, start.index, end.index, onOneLine(node.text())), name };
    }),
  );
}

function variablesOf(node: SyntaxNode): readonly string[] {
  const callee = node.field('function')?.text();
  if (callee !== undefined) return READERS.test(callee) ? literal(firstNamed(node.field('arguments'))) : [];
  if (node.kind() === 'object_pattern') return destructured(node);
  const object = (node.field('object') ?? node.field('value'))?.text() ?? '';
  if (!ENVIRONMENTS.test(object)) return [];
  const property = node.field('property')?.text();
  if (property !== undefined) return /^[A-Z][A-Z0-9_]*$/.test(property) ? [property] : [];
  return literal(node.field('index') ?? node.field('subscript'));
}

function destructured(pattern: SyntaxNode): readonly string[] {
  const value = pattern.parent()?.field('value')?.text() ?? '';
  if (!ENVIRONMENTS.test(value)) return [];
  return pattern
    .children()
    .filter((child) => child.isNamed())
    .map((child) => (child.field('key') ?? child.field('left') ?? child).text())
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name));
}

function firstNamed(node: SyntaxNode | null): SyntaxNode | null {
  return node?.children().find((child) => child.isNamed()) ?? null;
}

function literal(node: SyntaxNode | null): readonly string[] {
  return node && isText(node) ? [textOf(node)] : [];
}
