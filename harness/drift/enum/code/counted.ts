import type { Expr } from './expr.ts';
import { partialWrites } from './names.ts';
import type { Program } from './program.ts';
import { type Values, valuesOf } from './values.ts';

/**
 * `$${values.length}` and `fmt.Sprintf("$%d", len(args))` number the value that went into the list just before, with
 * `+ 1` the one that goes in next; `$${values.push(x)}` does both. Any other count is unknown.
 */
export function countedValues(program: Program, expr: Expr): Values | undefined {
  if (expr.kind === 'call' && expr.callee.endsWith('.push') && expr.args[0])
    return valuesOf(program, expr.args[0]);
  const source = expr.file.text.slice(expr.start, expr.end);
  const list = /^(?:len\((\w+)\)|(\w+)\.length)(\s*\+\s*1)?$/.exec(source);
  const name = list?.[1] ?? list?.[2];
  if (name === undefined) return undefined;
  const isNext = list?.[3] !== undefined;
  const writes = partialWrites(
    program,
    { file: expr.file, start: expr.start, name },
    Number.POSITIVE_INFINITY,
  );
  const around = (index: number) =>
    writes
      .filter(({ how }) => how === 'grow')
      .sort((a, b) => a.at - b.at)
      .at(index);
  const before = writes.filter(({ how, at }) => how === 'grow' && at < expr.start).length;
  const grown = isNext ? around(before) : before === 0 ? undefined : around(before - 1);
  const value = grown?.value?.kind === 'list' ? grown.value.items.at(isNext ? 0 : -1) : undefined;
  return value && valuesOf(program, value);
}
