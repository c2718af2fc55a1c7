/** One key of a policy: its form, what holds without it, how a later layer adds to it, and when that would loosen it. */
export interface Key<Value> {
  readonly description: string;
  readonly schema: object;
  readonly default: Value;
  readonly merge: (lower: Exclude<Value, undefined>, upper: Exclude<Value, undefined>) => Value;
  readonly loosens: (lower: Exclude<Value, undefined>, upper: Exclude<Value, undefined>) => boolean;
}

/** The later layer decides. */
export function replaced<Value>(_lower: Value, upper: Value): Value {
  return upper;
}

/** Whether a later layer says anything else. */
export function differs(lower: unknown, upper: unknown): boolean {
  return lower !== upper;
}

/** Whether a later layer says this word, and an earlier one did not. */
export function turnsTo(word: unknown): (lower: unknown, upper: unknown) => boolean {
  return (lower, upper) => upper === word && lower !== word;
}

/** Both lists, one behind the other. */
export function joined<Each>(lower: readonly Each[], upper: readonly Each[]): readonly Each[] {
  return [...lower, ...upper];
}

/** Whether a later layer allows anything at all. */
export function allowsMore(_lower: unknown, upper: readonly unknown[]): boolean {
  return upper.length > 0;
}

/** Whether a later layer has a greater number. */
export function isMore(lower: number, upper: number): boolean {
  return upper > lower;
}
