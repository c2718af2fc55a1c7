import type { Place } from '../support/verdict.ts';

/** Something that stands at a place of a file. */
export interface Located<Value> {
  readonly value: Value;
  readonly place: Place;
}
