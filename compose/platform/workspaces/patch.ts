import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Answer, refusal } from '../http/reply.ts';
import { isObject, type JsonObject, numberOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { sqlState, type Value } from '../store/database.ts';
import { InvalidField, integer, plain, text } from './fields.ts';

type Reader = (body: JsonObject, key: string) => Value | undefined;

const COLUMNS: Readonly<Record<string, Reader>> = {
  name: plainText,
  role: plainText,
  tier: integer,
  parent_id: nullableText,
  runtime: text,
  workspace_dir: nullableText,
  x: number,
  y: number,
  collapsed: flag,
};

/** What PostgreSQL says to a parent that is none, a number out of range and a text with U+0000. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22P02', '23503', '22003', '22021']);

/** `PATCH /workspaces/:id` (F.3); a member of the wrong type is refused, never swallowed (careful rule). */
export const patchWorkspace = seam('platform.patchWorkspace', patch);

async function patch(platform: Platform, id: string, body: JsonObject | undefined): Promise<Answer> {
  if (!isUuid(id)) return refusal(400, 'invalid workspace ID');
  if (!body) return refusal(400, 'invalid request body');
  try {
    return await update(platform, id, changesIn(body), body);
  } catch (error) {
    if (error instanceof InvalidField) return invalid(error);
    return UNSTORABLE.has(sqlState(error))
      ? refusal(400, 'invalid workspace fields')
      : refusal(500, 'failed to update workspace');
  }
}

function invalid(error: InvalidField): Answer {
  const badText = error.message === 'name' || error.message === 'role';
  return refusal(400, badText ? `${error.message} contains invalid characters` : 'invalid workspace fields');
}

function changesIn(body: JsonObject): readonly (readonly [string, Value])[] {
  const flat = isObject(body.canvas) ? { ...body, ...body.canvas } : body;
  return Object.entries(COLUMNS).flatMap(([column, read]) => {
    const value = Object.hasOwn(flat, column) ? read(flat, column) : undefined;
    return value === undefined ? [] : [[column, value] as const];
  });
}

async function update(
  platform: Platform,
  id: string,
  changes: readonly (readonly [string, Value])[],
  body: JsonObject,
): Promise<Answer> {
  const assignments = changes.map(([column], index) => `${column} = $${index + 2}`);
  const rows = await platform.database.query(
    '',
    `UPDATE workspaces SET ${[...assignments, 'updated_at = clock_timestamp()'].join(', ')}
      WHERE id = $1 AND status <> 'removed' RETURNING id`,
    [id, ...changes.map(([, value]) => value)],
  );
  if (rows.length === 0) return refusal(404, 'workspace not found');
  const restart = 'workspace_dir' in body || (platform.rules.runtimeNeedsRestart && 'runtime' in body);
  return { status: 200, body: { status: 'updated', needs_restart: restart ? true : undefined } };
}

function plainText(body: JsonObject, key: string): string | undefined {
  const value = text(body, key);
  if (value !== undefined && !plain(value, key === 'name' ? 255 : 1000)) throw new InvalidField(key);
  return value;
}

function nullableText(body: JsonObject, key: string): Value | undefined {
  return body[key] === null ? null : text(body, key);
}

function number(body: JsonObject, key: string): number {
  const value = numberOf(body[key]);
  if (value === undefined || !Number.isFinite(value)) throw new InvalidField(key);
  return value;
}

function flag(body: JsonObject, key: string): boolean {
  const value = body[key];
  if (typeof value !== 'boolean') throw new InvalidField(key);
  return value;
}
