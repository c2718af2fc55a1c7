/** The protocol versions that we publish schemas for. */
export const VERSIONS = ['0.2', '0.3', '1.0'] as const;
export type Version = (typeof VERSIONS)[number];

/** Accepts or refuses a document as one definition; `errors` says where, best first. */
export interface Judge {
  /** Definitions that this judge knows. */
  readonly definitions: ReadonlySet<string>;
  judge(definition: string, document: unknown): Judged;
}

/** One judge per version. */
export type Judges = Readonly<Record<Version, Judge>>;

/** The verdict on one document. */
export interface Judged {
  readonly valid: boolean;
  readonly errors: readonly Complaint[];
}

/** One thing that a schema holds against a document: the JSON pointer of the place, and the keyword. */
export interface Complaint {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}
