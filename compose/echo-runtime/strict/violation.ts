/** The first rule that params break: where (JSON pointer below params) and how. */
export interface Violation {
  readonly path: string;
  readonly reason: string;
}
