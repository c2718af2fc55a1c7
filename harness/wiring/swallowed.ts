import type { SyntaxNode } from '../drift/support/syntax.ts';
import type { GateCall } from './gate-steps.ts';
import type { Script } from './script.ts';

/** How the exit code of a command may get lost. */
export type Loss =
  | 'or'
  | 'pipe'
  | 'and'
  | 'background'
  | 'condition'
  | 'negated'
  | 'substitution'
  | 'errexit-off'
  | 'trap'
  | 'exit-before';

/** Where that happens. */
export interface Lost {
  readonly how: Loss;
  readonly node: SyntaxNode;
}

/** Every way in which the exit code of a gate does not reach the step. */
export function lossesOf({ step, command }: GateCall): readonly Lost[] {
  const { script } = step;
  if (!script) return [];
  return [...around(command.node, script), ...along(command.node, script)];
}

function around(command: SyntaxNode, script: Script): readonly Lost[] {
  const found: Lost[] = [];
  let child = command;
  for (const parent of command.ancestors()) {
    const how = lossIn(parent, child, script);
    if (how) found.push(how);
    child = parent;
  }
  return found;
}

/** What a node does to the exit code of one of its children. */
function lossIn(parent: SyntaxNode, child: SyntaxNode, script: Script): Lost | undefined {
  const siblings = parent.children();
  const next = siblings[siblings.findIndex((each) => each.id() === child.id()) + 1];
  switch (parent.kind()) {
    case 'list':
      return next && lossInList(parent, next, script);
    case 'pipeline':
      return next && !hasFlag(script, 'pipefail', child) ? { how: 'pipe', node: next } : undefined;
    case 'negated_command':
      return isGuarded(parent) ? undefined : { how: 'negated', node: parent };
    case 'if_statement':
    case 'elif_clause':
    case 'while_statement':
      return isCondition(parent, child) && !fails(parent) ? { how: 'condition', node: parent } : undefined;
    case 'command_substitution':
      return isAssigned(parent) ? undefined : { how: 'substitution', node: parent };
    default:
      return next?.text() === '&' ? { how: 'background', node: next } : undefined;
  }
}

function lossInList(list: SyntaxNode, operator: SyntaxNode, script: Script): Lost | undefined {
  if (operator.text() === '||') return fails(operator.next()) ? undefined : { how: 'or', node: operator };
  if (operator.text() !== '&&') return undefined;
  const statement = [...list.ancestors()].findLast((each) => each.kind() === 'list') ?? list;
  return isLast(statement, script) ? undefined : { how: 'and', node: operator };
}

/** Whether something ends the step with an error. */
function fails(node: SyntaxNode | null): boolean {
  return (
    node !== null &&
    /(?:^|[\s;{(])(?:exit\s+(?:"?\$|[1-9])|exit\s*(?:$|[;}\n])|false\b|return\s+[1-9])/.test(node.text())
  );
}

function isGuarded(negated: SyntaxNode): boolean {
  const guard = negated.ancestors().find((each) => each.kind() === 'if_statement');
  return guard !== undefined && fails(guard);
}

/** Whether a child stands before `then` or `do`. */
function isCondition(parent: SyntaxNode, child: SyntaxNode): boolean {
  const children = parent.children();
  const body = children.findIndex((each) => each.kind() === 'then' || each.kind() === 'do_group');
  return children.findIndex((each) => each.id() === child.id()) < body;
}

/** `x=$(…)` keeps the exit code; `export x=$(…)` and `echo "$(…)"` have one of their own. */
function isAssigned(substitution: SyntaxNode): boolean {
  const holder = substitution.ancestors().find((each) => each.kind() !== 'string');
  return holder?.kind() === 'variable_assignment' && holder.parent()?.kind() !== 'declaration_command';
}

/** What stands before and behind it in the script. */
function along(command: SyntaxNode, script: Script): readonly Lost[] {
  const start = command.range().start.index;
  const others = script.commands.filter(({ node }) => node.id() !== command.id());
  const trap = others.find(
    ({ words }) => words[0] === 'trap' && /exit\s+0/.test(words[1] ?? '') && words.includes('EXIT'),
  );
  const early = others.find(
    ({ node, words }) =>
      words.join(' ') === 'exit 0' && node.range().start.index < start && node.parent()?.kind() === 'program',
  );
  const later = others.filter(({ node }) => node.range().start.index > command.range().end.index);
  const isKept =
    later.length === 0 || later.some(({ words }) => words[0] === 'exit' && /^\$/.test(words[1] ?? ''));
  const off = hasFlag(script, 'errexit', command) || isKept ? undefined : command;
  return [
    ...(trap ? [{ how: 'trap' as const, node: trap.node }] : []),
    ...(early ? [{ how: 'exit-before' as const, node: early.node }] : []),
    ...(off ? [{ how: 'errexit-off' as const, node: off }] : []),
  ];
}

function isLast(statement: SyntaxNode, script: Script): boolean {
  return script.commands.every(({ node }) => node.range().start.index < statement.range().end.index);
}

/** Whether an option of the shell is on where a node stands, as `set` commands before it say. */
function hasFlag(script: Script, flag: 'errexit' | 'pipefail', at: SyntaxNode): boolean {
  const sets = script.commands.filter(
    ({ node, words }) => words[0] === 'set' && node.range().start.index < at.range().start.index,
  );
  return sets.reduce((isOn, { words }) => flagAfter(words.slice(1), flag) ?? isOn, script.begins[flag]);
}

function flagAfter(words: readonly string[], flag: 'errexit' | 'pipefail'): boolean | undefined {
  const named = words.findIndex((word, index) => word === flag && /^[-+]\w*o$/.test(words[index - 1] ?? ''));
  if (named > 0) return words[named - 1]?.startsWith('-');
  const short = flag === 'errexit' ? words.find((word) => /^[-+]\w*e\w*$/.test(word)) : undefined;
  return short?.startsWith('-');
}
