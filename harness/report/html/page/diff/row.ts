import type { JsonNode } from '../../../../wire/document/parse.ts';

/** What became of a place of a document since the column before: `outside` lies beyond what the column shows. */
export type Mark = 'same' | 'changed' | 'added' | 'missing' | 'moved' | 'outside';

/** What stands in a line of one document; a move is found when all lines are known. */
export interface Cell {
  readonly text: string;
  mark: Mark;
  /** Where what was moved has gone to, or come from. */
  other?: string;
}

/** A line of several documents side by side: the same place in each. */
export interface Row {
  readonly path: string;
  readonly depth: number;
  readonly cells: readonly Cell[];
  /** What stands there in each, where that is no container that goes on below. */
  readonly values: readonly (JsonNode | undefined)[];
}
