import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { sqlState, type Value } from '../store/database.ts';
import { isWorkspaceDirectory } from './directory.ts';
import { integerOf, isShortLine, plain, textOf } from './fields.ts';

type Change = readonly [column: string, value: Value];

/** Gives the value to store, undefined to leave the column as it is, or refuses. */
type Reader = (given: Json) => Value | undefined | Refusal;

/** What PostgreSQL says to a parent that is none, a number out of range and a text with U+0000. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22P02', '23503', '22003', '22021']);

/** `PATCH /workspaces/:id` (F.3); a member of the wrong type is refused, never swallowed (careful rule). */
export const patchWorkspace = seam('platform.patchWorkspace', patch);

async function patch(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  if (!body) return refuse(400, 'invalid request body');
  const changes = changesIn(body);
  if (isRefusal(changes)) return changes;
  try {
    return await update(platform, id, changes, body);
  } catch (error) {
    return UNSTORABLE.has(sqlState(error)) ? invalid() : refuse(500, 'failed to update workspace');
  }
}

function changesIn(body: JsonObject): readonly Change[] | Refusal {
  const flat: JsonObject = isObject(body.canvas) ? { ...body, ...body.canvas } : body;
  const changes: Change[] = [];
  for (const [column, read] of Object.entries(COLUMNS)) {
    const value = Object.hasOwn(flat, column) ? read(flat[column] ?? null) : undefined;
    if (isRefusal(value)) return value;
    if (value !== undefined) changes.push([column, value]);
  }
  return changes;
}

const COLUMNS: Readonly<Record<string, Reader>> = {
  name: plainText('name', 255),
  role: plainText('role', 1000),
  tier: unlessNull((given) => integerOf(given) ?? invalid()),
  parent_id: (given) => (given === null ? null : (textOf(given) ?? invalid())),
  runtime: unlessNull(shortLine),
  workspace_dir: directory,
  x: coordinate,
  y: coordinate,
  collapsed: (given) => (typeof given === 'boolean' ? given : invalid()),
};

function invalid(): Refusal {
  return refuse(400, 'invalid workspace fields');
}

function plainText(key: string, maxBytes: number): Reader {
  return unlessNull((given) => {
    const value = textOf(given);
    if (value !== undefined && plain(value, maxBytes)) return value;
    return refuse(400, `${key} contains invalid characters`);
  });
}

function shortLine(given: Json): string | Refusal {
  const value = textOf(given);
  return value !== undefined && isShortLine(value) ? value : invalid();
}

/** As at creation; none at all may be written as an empty text as well. */
function directory(given: Json): string | null | Refusal {
  if (given === null) return null;
  const value = textOf(given);
  if (value === undefined) return invalid();
  return value === '' || isWorkspaceDirectory(value) ? value : refuse(400, 'invalid workspace directory');
}

function unlessNull(read: Reader): Reader {
  return (given) => (given === null ? undefined : read(given));
}

function coordinate(given: Json): number | Refusal {
  const value = numberOf(given);
  return value !== undefined && Number.isFinite(value) ? value : invalid();
}

async function update(
  platform: Platform,
  id: string,
  changes: readonly Change[],
  body: JsonObject,
): Promise<Outcome> {
  const assignments = changes.map(([column], index) => `${column} = $${index + 2}`);
  const rows = await platform.database.query(
    '',
    `UPDATE workspaces SET ${[...assignments, 'updated_at = clock_timestamp()'].join(', ')}
      WHERE id = $1 AND status <> 'removed' RETURNING id`,
    [id, ...changes.map(([, value]) => value)],
  );
  if (rows.length === 0) return refuse(404, 'workspace not found');
  const restart = 'workspace_dir' in body || (platform.rules.runtimeNeedsRestart && 'runtime' in body);
  return { status: 200, body: { status: 'updated', needs_restart: restart ? true : undefined } };
}
