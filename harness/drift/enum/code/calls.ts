import { addTo } from '../../../support/group.ts';
import type { Language, SourceFile } from '../../support/source-file.ts';
import type { Expr } from './expr.ts';
import type { FunctionSpan } from './language.ts';
import type { Program } from './program.ts';
import { keysOf, type Target, targetOf } from './receivers.ts';

/** What a call passes, and whether it is one of the function that was asked for. */
export interface Call {
  readonly args: readonly Expr[];
  readonly isCertain: boolean;
}

/** All calls of a tree by one name, sorted by what they mean. */
export interface CallsByTarget {
  of(called: FunctionSpan & { readonly file: SourceFile }): FoundCalls;
}

export interface FoundCalls {
  readonly calls: readonly Call[];
  /** True when more calls than anybody would look at may be meant for the function as well as for others. */
  readonly isCut: boolean;
}

/** So many calls of another receiver may be one of a function; with more, they say nothing of it. */
const MOST_UNCLEAR = 200;

interface Aimed {
  readonly args: readonly Expr[];
  readonly target: Target;
}

/** Finds the calls by a name, each of which is looked at once however many functions have that name. */
export function callsNamed(program: Program, name: string, language: Language): CallsByTarget {
  return program.once(`calls ${language} ${name}`, () => sorted(aimedCalls(program, name, language)));
}

function aimedCalls(program: Program, name: string, language: Language): readonly Aimed[] {
  const callers = program.holding(name, language).filter(({ text }) => text.includes(`${name}(`));
  return callers.flatMap((file) => {
    const index = program.index(file);
    return (index?.callsBy(name) ?? []).flatMap((node): readonly Aimed[] => {
      const call = index?.lower(node);
      if (!index || call?.kind !== 'call' || call.callee.split('.').at(-1) !== name) return [];
      return [{ args: call.args, target: targetOf(program, index, call) }];
    });
  });
}

function sorted(all: readonly Aimed[]): CallsByTarget {
  const certain = new Map<string, Aimed[]>();
  const unclear = new Map<string, Aimed[]>();
  for (const each of all) {
    for (const key of each.target.certain) addTo(certain, key, each);
    for (const key of each.target.unclear) addTo(unclear, key, each);
  }
  return {
    of: (called) => {
      const meant = new Set(keysOf(called).flatMap((key) => certain.get(key) ?? []));
      const others = unclear.get(called.owner === undefined ? 'plain' : 'owned') ?? [];
      const isCut = others.length > MOST_UNCLEAR;
      const doubtful = isCut ? [] : others.filter((each) => !meant.has(each));
      return {
        calls: [
          ...[...meant].map(({ args }) => ({ args, isCertain: true })),
          ...doubtful.map(({ args }) => ({ args, isCertain: false })),
        ],
        isCut,
      };
    },
  };
}
