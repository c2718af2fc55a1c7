import type { SourceFile } from '../../support/source-file.ts';
import type { Facts } from '../sql/facts.ts';

/** One migration file while it is applied: the part that goes up, and what its statements said. */
export interface Migration {
  readonly file: SourceFile;
  readonly facts: Facts;
}

const DOWN_MARKER = /^[ \t]*--[ \t]*(?:\+goose[ \t]+Down|\+migrate[ \t]+Down|migrate:down)\b/im;

/** True for files that undo a migration by the naming customs of the usual tools. */
export function isDownFile(path: string): boolean {
  return /(?:^|\/)down\/|[._-]down\.sql$|(?:^|\/)U\d[^/]*__[^/]*\.sql$/i.test(path);
}

/** The part of a migration that is applied: everything before a marker that starts the way down. */
export function upPart(text: string): string {
  const marker = DOWN_MARKER.exec(text);
  return marker ? text.slice(0, marker.index) : text;
}
