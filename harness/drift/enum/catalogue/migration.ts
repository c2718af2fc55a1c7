import type { SourceFile } from '../../support/source-file.ts';
import type { Facts } from '../sql/facts.ts';

/** One migration file while it is applied: the part that goes up, and what its statements said. */
export interface Migration {
  readonly file: SourceFile;
  readonly facts: Facts;
}

const DOWN_MARKER = /^[ \t]*--[ \t]*(?:\+goose[ \t]+Down|\+migrate[ \t]+Down|migrate:down)\b/im;

/** True for files that undo or check a migration by the naming customs of the usual tools. */
export function isDownFile(path: string): boolean {
  return /(?:^|\/)(?:down|revert|verify)\/|[._-]down\.sql$|(?:^|\/)U\d[^/]*__[^/]*\.sql$/i.test(path);
}

/** What a migration has the server execute, with every character at its place in the file. */
export function appliedPart(text: string): string {
  return withoutPsql(upPart(text));
}

const NO_TRANSACTION =
  /^[ \t]*--.*(?:no[ _-]?transaction|transaction\s*[:=]\s*false|txmode\s+none|disable[-_ ](?:ddl[-_ ])?transaction)/im;

/** True when a migration asks its tool for no transaction around its statements. */
export function runsOneByOne(text: string): boolean {
  return NO_TRANSACTION.test(text);
}

/** Everything before a marker that starts the way down. */
function upPart(text: string): string {
  const marker = DOWN_MARKER.exec(text);
  return marker ? text.slice(0, marker.index) : text;
}

/** Rows of a COPY, up to the line that ends them. */
const COPIED = /(?<=^copy\b[^;]*\bfrom\s+stdin\b[^;]*;[^\n]*\n)(?:[^\n]*\n)*?\\\.[^\n]*/gim;
/** Commands of `psql` itself; one that reads another file stays, so that it is refused by name. */
const COMMAND = /^\\(?!i\b|ir\b|include)[^\n]*/gim;

function withoutPsql(text: string): string {
  if (!/^\\/m.test(text)) return text;
  return text.replace(COPIED, blank).replace(COMMAND, blank);
}

/** Blanks of the same length, line for line. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
