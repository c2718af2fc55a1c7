import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';
import { sqlState, type Value } from '../store/database.ts';
import { instant } from '../store/instant.ts';
import { refuseCompute, storedCompute } from './compute.ts';
import { isWorkspaceDirectory } from './directory.ts';
import { integerOf, isShortLine, plain, textOf } from './fields.ts';

const DEFAULT_TIER = 3;

type Change = readonly [column: string, value: Value];

/** Gives the value to store, undefined to leave the column as it is, or refuses. */
type Reader = (given: Json) => Value | undefined | Refusal;

/** What PostgreSQL says to a parent that is none, a number out of range and a text with U+0000. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22P02', '23503', '22003', '22021']);

/**
 * `PATCH /workspaces/:id` (F.3); a member of the wrong type is refused, never swallowed (careful rule). An admin may
 * change a removed workspace too.
 */
export const patchWorkspace = seam('platform.patchWorkspace', patch);

async function patch(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  if (!body) return refuse(400, 'invalid request body');
  const changes = changesIn(body, platform.rules);
  if (isRefusal(changes)) return changes;
  try {
    return await update(platform, id, changes, body);
  } catch (error) {
    return UNSTORABLE.has(sqlState(error)) ? invalid() : refuse(500, 'failed to update workspace');
  }
}

function changesIn(body: JsonObject, rules: Rules): readonly Change[] | Refusal {
  const flat: JsonObject = isObject(body.canvas) ? { ...body, ...body.canvas } : body;
  const changes: Change[] = [];
  for (const [column, read] of Object.entries(rules.showsCompute ? { ...COLUMNS, compute } : COLUMNS)) {
    const value = Object.hasOwn(flat, column) ? read(flat[column] ?? null) : undefined;
    if (isRefusal(value)) return value;
    if (value !== undefined) changes.push([column, value]);
  }
  return hasPlace(flat) ? changes : changes.filter(([column]) => column !== 'x' && column !== 'y');
}

/** One coordinate alone moves nothing. */
export const hasPlace = seam('platform.hasPlace', namesBoth);

function namesBoth(body: JsonObject): boolean {
  return Object.hasOwn(body, 'x') && Object.hasOwn(body, 'y');
}

const COLUMNS: Readonly<Record<string, Reader>> = {
  name: plainText('name', 255),
  role: (given) => (given === null || given === '' ? null : plainText('role', 1000)(given)),
  tier: unlessNull(tierOf),
  parent_id: (given) => (given === null ? null : (textOf(given) ?? invalid())),
  runtime: unlessNull(shortLine),
  workspace_dir: directory,
  x: coordinate,
  y: coordinate,
  collapsed: (given) => (typeof given === 'boolean' ? given : invalid()),
};

/** None at all is the usual one, as at creation. */
function tierOf(given: Json): number | Refusal {
  return integerOf(given) === 0 ? DEFAULT_TIER : (integerOf(given) ?? invalid());
}

function compute(given: Json): string | Refusal | undefined {
  if (given === null) return undefined;
  return isObject(given) ? (refuseCompute(given) ?? jsonText(storedCompute(given))) : invalid();
}

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
  const assignments = changes.map(([column], index) => `${column} = $${index + 3}`);
  const rows = await platform.database.query(
    '',
    `UPDATE workspaces SET ${[...assignments, `updated_at = ${instant(2)}`].join(', ')}
      WHERE id = $1 RETURNING id`,
    [id, platform.clock.nowMs(), ...changes.map(([, value]) => value)],
  );
  if (rows.length === 0) return refuse(404, 'workspace not found');
  const { runtimeNeedsRestart, showsCompute } = platform.rules;
  const restart =
    'workspace_dir' in body ||
    (runtimeNeedsRestart && 'runtime' in body) ||
    (showsCompute && 'compute' in body);
  return { status: 200, body: { status: 'updated', needs_restart: restart ? true : undefined } };
}
