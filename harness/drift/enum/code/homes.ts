import { groupBy } from '../../../support/group.ts';
import { isWhole, type ScopedBinding } from './binders.ts';
import type { FunctionSpan } from './language.ts';
import type { Nesting } from './nesting.ts';

/** Tells apart the variables of one name that the functions of a file have; each name is sorted once. */
export interface Homes {
  /** The function whose variable a name at `at` means; none for a name of the whole file. */
  of(name: string, at: number): FunctionSpan | undefined;
  /** What makes the variable that a function has longer, or replaces a part of it. */
  partial(name: string, home: FunctionSpan | undefined): readonly ScopedBinding[];
}

/** Where names of a file are at home, by the bindings that each function gives them. */
export function homesIn(
  functions: () => Nesting<FunctionSpan>,
  bindings: (name: string) => readonly ScopedBinding[],
  bindingsOf: (name: string, scope: FunctionSpan | undefined) => readonly ScopedBinding[],
): Homes {
  const sorted = new Map<string, ReadonlyMap<FunctionSpan | undefined, readonly ScopedBinding[]>>();
  const homeOf = (name: string, at: number) =>
    functions()
      .around(at)
      .find((scope) => bindingsOf(name, scope).some((each) => isWhole(each) && each.at < at));
  return {
    of: homeOf,
    partial: (name, home) => {
      const known =
        sorted.get(name) ??
        groupBy(
          bindings(name).filter((each) => !isWhole(each)),
          ({ at }) => homeOf(name, at),
        );
      sorted.set(name, known);
      return known.get(home) ?? [];
    },
  };
}
