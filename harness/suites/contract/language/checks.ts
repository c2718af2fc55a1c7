import type { ReplyPattern } from './pattern.ts';
import type { Reply } from './reply.ts';

/** Something that was expected while a case was performed, and what was there; judged afterwards, without the world. */
export type Check =
  | ({ readonly kind: 'reply'; readonly reply: Reply; readonly pattern: ReplyPattern } & About)
  | ({
      readonly kind: 'value';
      readonly actual: unknown;
      readonly pattern: unknown;
      readonly whole: boolean;
    } & About);

interface About {
  /** What holds, in words: "the message is queued". */
  readonly what: string;
  readonly clause: string;
}

/** How a case says what it expects. Nothing is compared before the case is over. */
export interface Expect {
  /** Of a reply; `clause` when it is about another one than the case. */
  (what: string, reply: Reply, pattern: ReplyPattern, clause?: string): void;
  /** Of anything else, exactly. */
  value(what: string, actual: unknown, pattern: unknown, clause?: string): void;
  /** Of a document that may have more members. */
  like(what: string, actual: unknown, pattern: unknown, clause?: string): void;
}

/** Opens a list of checks; what is expected without a clause is about `clause`. */
export function openChecks(clause: string): { readonly checks: readonly Check[]; readonly expect: Expect } {
  const checks: Check[] = [];
  const add = (what: string, actual: unknown, pattern: unknown, whole: boolean, about = clause) =>
    void checks.push({ kind: 'value', what, actual, pattern, whole, clause: about });
  const expect: Expect = Object.assign(
    (what: string, reply: Reply, pattern: ReplyPattern, about = clause) =>
      void checks.push({ kind: 'reply', what, reply, pattern, clause: about }),
    {
      value: (what: string, actual: unknown, pattern: unknown, about?: string) =>
        add(what, actual, pattern, true, about),
      like: (what: string, actual: unknown, pattern: unknown, about?: string) =>
        add(what, actual, pattern, false, about),
    },
  );
  return { checks, expect };
}

/** Ends a case early: what was expected is not there, and nothing more can be done without it. */
export class Halt extends Error {}

/** Ends a case that cannot be judged in this world; the message says why. */
export class Unjudgeable extends Error {}
