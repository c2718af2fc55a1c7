import { groupBy } from '../../support/group.ts';
import type { Expr } from './expr.ts';
import type { FileIndex, ScopedBinding } from './file-index.ts';
import type { FunctionSpan } from './language.ts';
import type { Program } from './program.ts';
import { receives } from './receivers.ts';

/**
 * What the callers of its function pass for a parameter; nothing when nobody of this tree calls it. What a call passes
 * that may as well be one of another function of that name is marked so.
 */
export function passedFor(program: Program, binding: ScopedBinding): readonly Expr[] {
  return callsOf(program, binding).flatMap(({ args, isCertain }) =>
    (keywordArgument(args, binding.name) ?? [args[binding.index ?? 0]]).flatMap((arg): readonly Expr[] => {
      if (!arg) return [];
      const { file, start, end } = arg;
      return [isCertain ? arg : { file, start, end, kind: 'unclear', of: arg }];
    }),
  );
}

/** True when the tree calls the function that a parameter belongs to. */
export function isCalled(program: Program, binding: ScopedBinding): boolean {
  return callsOf(program, binding).length > 0;
}

function keywordArgument(args: readonly Expr[], name: string): readonly Expr[] | undefined {
  const last = args.at(-1);
  const found =
    last?.kind === 'record' && last.keywords ? last.entries.find(({ key }) => key === name) : undefined;
  return found && [found.value];
}

interface Call {
  readonly args: readonly Expr[];
  readonly isCertain: boolean;
}

const CALLS = new WeakMap<Program, Map<string, readonly Call[]>>();

/** The calls of the function that a parameter belongs to, found once for each function. */
function callsOf(program: Program, { file, scope }: ScopedBinding): readonly Call[] {
  if (!scope || scope.name === '') return [];
  const known = CALLS.get(program) ?? new Map<string, readonly Call[]>();
  CALLS.set(program, known);
  const key = `${file.path}:${scope.start}`;
  const calls = known.get(key) ?? findCalls(program, { ...scope, file });
  known.set(key, calls);
  return calls;
}

function findCalls(
  program: Program,
  called: FunctionSpan & { readonly file: ScopedBinding['file'] },
): readonly Call[] {
  const { name, file } = called;
  const callers = program.files.filter(
    ({ language, text }) => language === file.language && text.includes(`${name}(`),
  );
  return callers.flatMap((caller) => {
    const index = program.index(caller);
    return index ? callsIn(program, index, called) : [];
  });
}

function callsIn(
  program: Program,
  index: FileIndex,
  called: FunctionSpan & { readonly file: ScopedBinding['file'] },
): readonly Call[] {
  return index.nodes(index.language.callKinds, `\\b${called.name}\\(`).flatMap((node) => {
    const call = index.lower(node);
    if (call.kind !== 'call' || call.callee.split('.').at(-1) !== called.name) return [];
    const answer = receives(program, index, call, called);
    return answer === 'another' ? [] : [{ args: call.args, isCertain: answer === 'this' }];
  });
}
/** What a function of this tree returns, when exactly one function has that name. */
export function returnsOf(
  program: Program,
  { file, callee }: Extract<Expr, { kind: 'call' }>,
): readonly Expr[] {
  const name = callee.split('.').at(-1) ?? '';
  if (!/^\w+$/.test(name)) return [];
  const declared = new RegExp(
    `(?:\\bdef|\\bfunc|\\bfunction\\*?|\\))\\s+${name}\\b|\\b${name}\\b[^\\n]*(?:=>|\\{)`,
  );
  const holders = program.files.filter(
    ({ language, text }) => language === file.language && text.includes(name) && declared.test(text),
  );
  const returns = holders
    .flatMap((holder) => program.index(holder)?.allBindings() ?? [])
    .filter(({ how, scope }) => how === 'return' && scope?.name === name);
  const functions = groupBy(returns, ({ file: home, scope }) => `${home.path}:${scope?.start}`);
  return functions.size === 1 ? returns.flatMap(({ value }) => value ?? []) : [];
}
