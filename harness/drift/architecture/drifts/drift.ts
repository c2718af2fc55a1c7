/** One change of a file: replace a text that occurs once, write a file, or take it away. */
export type Edit =
  | { readonly file: string; readonly find: string; readonly put: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly remove: true };

export const PACKS = ['workspace-server', 'workspace-runtime', 'canvas', 'assay'] as const;
export type PackName = (typeof PACKS)[number];

/** A known violation that can be planted into a copy of a clean tree, and what must find it. */
export interface ArchitectureDrift {
  readonly id: string;
  readonly title: string;
  readonly pack: PackName;
  readonly rule: string;
  readonly plant: readonly Edit[];
  /** The same kind of change without the fault; it must stay silent. */
  readonly twin: readonly Edit[];
  /** The finding stands on the first line of the planted file that holds this text. */
  readonly at: { readonly file: string; readonly text: string };
}

/** Where a planted drift must be found. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}
