import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';

/** The statements of a block or the parts of a head in order, and those among them that declare names. */
export interface Statements {
  /** Where each stands, by its node. */
  readonly place: ReadonlyMap<number, number>;
  readonly declaring: readonly Declaring[];
}

interface Declaring {
  readonly at: number;
  readonly node: SyntaxNode;
  readonly names: readonly string[];
}

const DECLARING = new Set([
  'short_var_declaration',
  'receive_statement',
  'range_clause',
  'var_declaration',
  'const_declaration',
  'type_declaration',
]);

const SPECS = ['var_spec', 'const_spec', 'type_spec', 'type_alias'];

const blocks = new WeakMap<SourceFile, Map<number, Statements>>();
const functions = new WeakMap<SourceFile, Map<number, ReadonlyMap<string, SyntaxNode>>>();

/** Reads the statements of a block, or of what stands before one; each block is read once. */
export function statementsOf(file: SourceFile, block: SyntaxNode): Statements {
  return once(blocks, file, block, () => {
    const place = new Map<number, number>();
    const declaring: Declaring[] = [];
    block.children().forEach((child, at) => {
      place.set(child.id(), at);
      const statement = unlabeled(child);
      const parts = statement.kind() === 'for_clause' ? statement.children() : [statement];
      for (const node of parts) {
        if (DECLARING.has(String(node.kind()))) declaring.push({ at, node, names: declaredNames(node) });
      }
    });
    return { place, declaring };
  });
}

function declaredNames(node: SyntaxNode): readonly string[] {
  const left = node.field('left');
  if (left) return left.text().split(/\s*,\s*/);
  return specsOf(node).flatMap((spec) => spec.fieldChildren('name').map((name) => name.text()));
}

/** The specs of a declaration, with or without parentheses. */
export function specsOf(declaration: SyntaxNode): readonly SyntaxNode[] {
  return declaration.children().flatMap((child) => {
    if (child.kind() === 'var_spec_list') return specsOf(child);
    return SPECS.includes(String(child.kind())) ? [child] : [];
  });
}

/** The statement behind its labels. */
function unlabeled(statement: SyntaxNode): SyntaxNode {
  const inner = statement.kind() === 'labeled_statement' ? statement.children().at(-1) : undefined;
  return inner ? unlabeled(inner) : statement;
}

/** The parameters, the receiver and the named results of a function, by name. */
export function parametersOf(file: SourceFile, owner: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  return once(functions, file, owner, () => {
    const lists = [owner.field('result'), owner.field('receiver'), owner.field('parameters')];
    const parameters = lists.flatMap((list) => list?.children() ?? []);
    return new Map(
      parameters.flatMap((each) => each.fieldChildren('name').map((name) => [name.text(), each] as const)),
    );
  });
}

function once<Answer>(
  known: WeakMap<SourceFile, Map<number, Answer>>,
  file: SourceFile,
  node: SyntaxNode,
  read: () => Answer,
): Answer {
  const answers = known.get(file) ?? new Map<number, Answer>();
  known.set(file, answers);
  const answer = answers.get(node.id()) ?? read();
  answers.set(node.id(), answer);
  return answer;
}
