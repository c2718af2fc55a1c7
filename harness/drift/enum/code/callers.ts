import { groupBy } from '../../support/group.ts';
import type { Expr } from './expr.ts';
import type { ScopedBinding } from './file-index.ts';
import type { Program } from './program.ts';

/** What the callers of its function pass for a parameter; nothing when nobody of this tree calls it by name. */
export function passedFor(program: Program, binding: ScopedBinding): readonly Expr[] {
  const calls = callsOf(program, binding, binding.scope?.name ?? '');
  return calls.flatMap((args) => keywordArgument(args, binding.name) ?? args[binding.index ?? 0] ?? []);
}

/** True when the tree calls the function that a parameter belongs to. */
export function isCalled(program: Program, binding: ScopedBinding): boolean {
  return callsOf(program, binding, binding.scope?.name ?? '').length > 0;
}

function keywordArgument(args: readonly Expr[], name: string): Expr | undefined {
  const last = args.at(-1);
  return last?.kind === 'record' && last.keywords
    ? last.entries.find(({ key }) => key === name)?.value
    : undefined;
}

function callsOf(program: Program, { file }: ScopedBinding, name: string): readonly (readonly Expr[])[] {
  if (name === '') return [];
  const callers = program.files.filter(
    ({ language, text }) => language === file.language && text.includes(`${name}(`),
  );
  return callers.flatMap((caller) => {
    const index = program.index(caller);
    if (!index) return [];
    return index.nodes(index.language.callKinds, `\\b${name}\\(`).flatMap((node) => {
      const call = index.lower(node);
      return call.kind === 'call' && call.callee.split('.').at(-1) === name ? [call.args] : [];
    });
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
