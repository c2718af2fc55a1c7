import type { Claim } from '../config/runtime-terms.ts';

/** What a canary needs of a runtime to mean anything. */
export type Need = Claim | 'sessions' | 'isolation' | 'restart';

/** A continuity conversation, as its file says it; texts have placeholders. */
export interface Canary {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly Need[];
  /** Absolute path. */
  readonly file: string;
  readonly items: readonly Item[];
}

/** One thing that happens in a conversation. */
export type Item = Turn | Step | Together;

/** Something that the user says, and what the reply is held to. */
export interface Turn {
  readonly kind: 'turn';
  /** Its number, from 1, and that of its repetition where it is repeated. */
  readonly label: string;
  readonly text: string;
  readonly files: readonly FileSpec[];
  /** The conversation that it belongs to. */
  readonly context: string;
  readonly ids: 'client' | 'issued' | 'none';
  /** The conversation whose last task it goes on with. */
  readonly continues?: string;
  readonly begins: boolean;
  readonly drops: boolean;
  readonly capture: Readonly<Record<string, string>>;
  readonly expect: Expect;
}

/** A file as it goes along with a turn. */
export interface FileSpec {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Something that is done between turns; `context` is the conversation whose task is cancelled. */
export type Step =
  | { readonly kind: 'restart'; readonly label: string }
  | { readonly kind: 'cancel'; readonly label: string; readonly context: string };

/** Turns that are sent at once. */
export interface Together {
  readonly kind: 'together';
  readonly turns: readonly Turn[];
}

/** What a reply is held to. */
export interface Expect {
  readonly contains: readonly string[];
  readonly notContains: readonly string[];
  readonly matches: readonly string[];
  readonly schema?: object;
  readonly state?: string;
  readonly deadlineMs?: number;
  readonly refusal?: 'allowed' | 'required';
  readonly prompt?: 'each-turn-once';
}

/** The turns of a canary in their order, those that are sent at once too. */
export function turnsOf({ items }: Pick<Canary, 'items'>): readonly Turn[] {
  return items.flatMap((item) => {
    if (item.kind === 'turn') return [item];
    return item.kind === 'together' ? item.turns : [];
  });
}
