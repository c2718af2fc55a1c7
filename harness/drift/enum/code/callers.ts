import { groupBy } from '../../../support/group.ts';
import type { ScopedBinding } from './binders.ts';
import { spend } from './budget.ts';
import { callsNamed, type FoundCalls } from './calls.ts';
import type { Expr } from './expr.ts';
import type { Program } from './program.ts';

/**
 * What the callers of its function pass for a parameter; nothing when nobody of this tree calls it. What a call passes
 * that may as well be one of another function of that name is marked so.
 */
export function passedFor(program: Program, binding: ScopedBinding): readonly Expr[] {
  const { file, scope, name, index = 0, at } = binding;
  const { calls, isCut } = callsOf(program, binding);
  return program.once(`passed ${file.path} ${scope?.start} ${index} ${name}`, () => [
    ...calls.flatMap(({ args, isCertain }) =>
      (keywordArgument(args, name) ?? [args[index]]).flatMap((arg): readonly Expr[] => {
        if (!arg) return [];
        const { start, end } = arg;
        return [isCertain ? arg : { file: arg.file, start, end, kind: 'unclear', of: arg }];
      }),
    ),
    ...(isCut ? [{ file, start: at, end: at + name.length, kind: 'opaque' as const }] : []),
  ]);
}

/** True when the tree calls the function that a parameter belongs to. */
export function isCalled(program: Program, binding: ScopedBinding): boolean {
  const { calls, isCut } = callsOf(program, binding);
  return isCut || calls.length > 0;
}

function keywordArgument(args: readonly Expr[], name: string): readonly Expr[] | undefined {
  const last = args.at(-1);
  const found =
    last?.kind === 'record' && last.keywords ? last.entries.find(({ key }) => key === name) : undefined;
  return found && [found.value];
}

const NO_CALLS: FoundCalls = { calls: [], isCut: false };

/** The calls of the function that a parameter belongs to; each that the statement at hand must look at is a step. */
function callsOf(program: Program, { file, scope }: ScopedBinding): FoundCalls {
  if (!scope || scope.name === '') return NO_CALLS;
  const found = program.once(`calls of ${file.path} ${scope.start}`, () =>
    callsNamed(program, scope.name, file.language).of({ ...scope, file }),
  );
  spend(program, found.calls.length);
  return found;
}

/** What a function of this tree returns, when exactly one function has that name. */
export function returnsOf(
  program: Program,
  { file: { language }, callee }: Extract<Expr, { kind: 'call' }>,
): readonly Expr[] {
  const name = callee.split('.').at(-1) ?? '';
  if (!/^\w+$/.test(name)) return [];
  return program.once(`returns ${language} ${name}`, () => {
    const declared = new RegExp(
      `(?:\\bdef|\\bfunc|\\bfunction\\*?|\\))\\s+${name}\\b|\\b${name}\\b[^\\n]{0,300}?(?:=>|\\{)`,
    );
    const holders = program.holding(name, language).filter(({ text }) => declared.test(text));
    const functions = holders.flatMap((file) =>
      (program.facts(file)?.functions.all ?? [])
        .filter((each) => each.name === name)
        .map((scope) => ({ file, scope })),
    );
    const returns = functions.flatMap(({ file, scope }) =>
      (program.index(file)?.bindingsIn(scope) ?? []).filter(
        (each) => each.how === 'return' && each.scope === scope,
      ),
    );
    const returning = groupBy(returns, ({ file: home, scope }) => `${home.path}:${scope?.start}`);
    return returning.size === 1 ? returns.flatMap(({ value }) => value ?? []) : [];
  });
}
