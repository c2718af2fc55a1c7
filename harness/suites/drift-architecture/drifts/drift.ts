import type { Edit, Mark } from '../../../faults/edits.ts';
import type { PackName } from '../packs.ts';

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
  readonly at: Mark;
}
