import type { ItemDocument } from '../shape.ts';
import type { Domain } from './rasa/domain.ts';
import type { Path, Remark } from './remark.ts';
import type { Source } from './source.ts';

/** A conversation of another tool's file, as far as it is taken over. */
export interface Conversation {
  /** What it is called there. */
  readonly name: string;
  readonly path: Path;
  readonly items: readonly TakenItem[];
  readonly remarks: readonly Remark[];
}

/** Something that happens in it, and where it stands there. */
export interface TakenItem {
  readonly path: Path;
  readonly document: ItemDocument;
}

/** What a file holds. */
export interface Reading {
  readonly conversations: readonly Conversation[];
  /** On what belongs to no conversation. */
  readonly remarks: readonly Remark[];
}

/** A kind of file that conversations are taken over from. */
export interface Format {
  readonly name: string;
  /** Its keys at the top, by which a slip in one is noticed. */
  readonly keys: readonly string[];
  /** Whether a document looks like one of its files. */
  isLikely(document: unknown): boolean;
  /** Takes over what it can. Throws `UsageError` for a document that is none of its files. */
  read(source: Source, besides: Besides): Reading;
}

/** What is needed beside the file itself. */
export interface Besides {
  /** The responses of an assistant of Rasa, by name. */
  readonly domain?: Domain;
}
