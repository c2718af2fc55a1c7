import type { Caller } from '../../corpus/entry.ts';
import type { Known } from './create-workspace.ts';

/** The headers by which a caller says who it is (A.2): its id, a token of its own, both, or the token of its target. */
export function callerHeaders(how: Caller, caller: Known, target: Known): Readonly<Record<string, string>> {
  const named = { 'x-workspace-id': caller.id };
  switch (how) {
    case 'header':
      return named;
    case 'bearer':
      return bearing(caller);
    case 'both':
      return { ...named, ...bearing(caller) };
    case 'borrowed':
      return { ...named, ...bearing(target) };
    default:
      return how satisfies never;
  }
}

function bearing({ bearer }: Known) {
  return { authorization: `Bearer ${bearer}` };
}
