import type { Edit, Mark } from '../../../faults/edits.ts';
import type { GroundName } from '../grounds.ts';

/** A known violation that can be planted into a copy of a clean tree, and what must find it. */
export interface ArchitectureDrift {
  readonly id: string;
  readonly title: string;
  /** The clean tree that it is planted into, which is that of a pack. */
  readonly pack: GroundName;
  readonly rule: string;
  readonly plant: readonly Edit[];
  /** The same kind of change without the fault; it must stay silent. */
  readonly twin: readonly Edit[];
  /** The finding stands on the first line of the planted file that holds this text. */
  readonly at: Mark;
}
