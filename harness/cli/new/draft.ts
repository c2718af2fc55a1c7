/** A file by its path from the root of the clone, and everything that stands in it. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** What is to be written: files that must not be there yet, and files that are there and get another text. */
export interface Draft {
  readonly made: readonly FileText[];
  readonly changed: readonly FileText[];
}

/** Something that its author does next, and the commands for it. */
export interface Step {
  readonly what: string;
  readonly commands: readonly string[];
}

/** What was written, and what comes next. */
export interface Started {
  readonly draft: Draft;
  readonly next: readonly Step[];
}
