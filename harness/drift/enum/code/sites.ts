import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { ScopedBinding } from './binders.ts';
import { spend } from './budget.ts';
import type { Expr } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import { heldSites } from './held-sites.ts';
import { resolveName } from './names.ts';
import type { Program } from './program.ts';
import { seeing } from './seeing.ts';

/** A call that takes a statement, and the expressions that follow the statement in it. */
export interface CallSite {
  readonly file: SourceFile;
  readonly args: readonly Expr[];
  /** True when each expression is one value; else a list or record holds the values. */
  readonly flat: boolean;
  /** True for a call that runs the statement once for each row of values. */
  readonly many: boolean;
}

const MANY = /many|batch|values/i;

/** Where a statement that starts as `node` is run: the call around it, or the calls that take the name it is bound to. */
export function callSites(
  program: Program,
  index: FileIndex,
  node: SyntaxNode,
  binding: ScopedBinding | undefined,
): readonly CallSite[] {
  const direct = around(index, node);
  if (direct) return [direct, ...preparedSites(index, node)];
  if (binding) return namedSites(program, index, binding);
  return heldSites(program, index, node).map(({ file, callee, args }) => ({
    file,
    args,
    flat: index.language.flatArguments,
    many: MANY.test(callee),
  }));
}

function around(index: FileIndex, node: SyntaxNode): CallSite | undefined {
  const holder = node.parent();
  const call = holder?.parent();
  if (call && index.language.callKinds.includes(String(call.kind())))
    return siteOf(index, call, spanOf(node).start);
  const record = holder && recordAround(index, holder);
  return record ? { file: index.file, args: record, flat: false, many: false } : undefined;
}

/** `{ text: 'SELECT …', values: […] }`, the form in which some drivers take a statement. */
function recordAround(index: FileIndex, holder: SyntaxNode): readonly Expr[] | undefined {
  const record = holder.parent();
  const lowered = record && index.lower(record);
  if (lowered?.kind !== 'record') return undefined;
  const values = lowered.entries.find(({ key }) => /^(?:values|params|parameters|args|bindings)$/.test(key));
  return values && [values.value];
}

/** `stmt := db.Prepare(sql)` binds its values later, in `stmt.Exec(…)`. */
function preparedSites(index: FileIndex, node: SyntaxNode): readonly CallSite[] {
  const call = node.parent()?.parent();
  if (!call || !/prepare\w*$/i.test(call.field('function')?.text() ?? '')) return [];
  const declaration = call
    .ancestors()
    .find((each) => index.language.bindingKinds.includes(String(each.kind())));
  const binding = declaration && index.bindingsAt(declaration)[0];
  if (!binding) return [];
  return index.callsOn(binding.name, binding.at).map(({ callee, args }) => ({
    ...{ file: index.file, args },
    ...{ flat: index.language.flatArguments, many: MANY.test(callee) },
  }));
}

function siteOf(index: FileIndex, call: SyntaxNode, statementAt: number): CallSite | undefined {
  const lowered = index.lower(call);
  if (lowered.kind !== 'call') return undefined;
  const place = lowered.args.findIndex(({ start, end }) => start <= statementAt && statementAt < end);
  if (place === -1) return undefined;
  return {
    file: index.file,
    args: lowered.args.slice(place + 1),
    flat: index.language.flatArguments,
    many: MANY.test(lowered.callee),
  };
}

/** The calls that take a statement by the name that it is bound to. */
export function namedSites(program: Program, index: FileIndex, binding: ScopedBinding): readonly CallSite[] {
  const files = binding.scope ? [binding.file] : seeing(program, index, binding.file, binding.name);
  return files.flatMap((file) => {
    const other = program.index(file);
    return other ? sitesIn(program, other, binding) : [];
  });
}

function sitesIn(program: Program, index: FileIndex, binding: ScopedBinding): readonly CallSite[] {
  return index.calls(binding.name, binding.scope).flatMap(({ node }) => {
    const lowered = index.lower(node);
    if (lowered.kind !== 'call') return [];
    spend(program);
    const place = lowered.args.findIndex((arg) => means(program, unwrapped(arg), binding));
    if (place === -1) return [];
    return [
      {
        file: index.file,
        args: lowered.args.slice(place + 1),
        flat: index.language.flatArguments,
        many: MANY.test(lowered.callee),
      },
    ];
  });
}

/** `text(QUERY)` and `dedent(QUERY)` are still the statement. */
function unwrapped(expr: Expr): Expr {
  const first = expr.kind === 'call' && expr.args.length === 1 ? expr.args[0] : undefined;
  return first ? unwrapped(first) : expr;
}

function means(program: Program, expr: Expr, binding: ScopedBinding): boolean {
  if (expr.kind !== 'name' || expr.name !== binding.name) return false;
  return resolveName(program, expr).some((each) => each.at === binding.at && each.file === binding.file);
}
