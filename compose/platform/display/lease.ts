import { randomBytes } from 'node:crypto';
import { seam } from '../../seam.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

/** Who controls a desktop, and until when; times are RFC 3339, `expires_second` counts since the epoch. */
export interface Lease extends Row {
  readonly controller: 'user' | 'agent';
  readonly controlled_by: string;
  readonly expires_at: string;
  readonly expires_second: number;
  readonly serial: string;
}

const COLUMNS = `controller, controlled_by, expires_at, serial, floor(extract(epoch FROM expires_at))::bigint
  AS expires_second`;

/** The lease that holds now; undefined when there is none, or none any more. */
export const currentLease = seam('platform.currentLease', findLive);

async function findLive({ database }: Platform, workspaceId: string): Promise<Lease | undefined> {
  const [lease] = await database.query<Lease>(
    'display-current',
    `SELECT ${COLUMNS} FROM workspace_display_control_locks WHERE workspace_id = $1 AND ${LIVE}`,
    [workspaceId],
  );
  return lease;
}

const LIVE = 'expires_at > clock_timestamp()';

/** Which row a taker finds there and may still take: SQL over the row `held` and the wish `excluded`. */
export const mayTake = seam(
  'platform.displayMayTake',
  () => 'held.expires_at <= clock_timestamp() OR held.controlled_by = excluded.controlled_by',
);

/** When a lease ends that its own holder extends: never before it would have. A clause of our own. */
export const extendedExpiry = seam(
  'platform.displayExtendedExpiry',
  () => 'greatest(held.expires_at, excluded.expires_at)',
);

/** Takes or extends the lease of a desktop, in one statement; undefined when somebody else has it. */
export const takeLease = seam('platform.takeLease', upsert);

async function upsert(
  { database }: Platform,
  workspaceId: string,
  holder: string,
  ttlSeconds: number,
): Promise<Lease | undefined> {
  const [lease] = await database.query<Lease>(
    'display-take',
    `INSERT INTO workspace_display_control_locks AS held
       (workspace_id, controller, controlled_by, expires_at, serial)
     VALUES ($1, 'user', $2, clock_timestamp() + make_interval(secs => $3), $4)
     ON CONFLICT (workspace_id) DO UPDATE SET controller = excluded.controller,
       controlled_by = excluded.controlled_by, serial = excluded.serial, updated_at = clock_timestamp(),
       expires_at = CASE WHEN held.controlled_by = excluded.controlled_by AND held.expires_at > clock_timestamp()
         THEN ${extendedExpiry()} ELSE excluded.expires_at END
     WHERE ${mayTake()}
     RETURNING ${COLUMNS}`,
    [workspaceId, holder, ttlSeconds, newSerial()],
  );
  return lease;
}

/** What tells the token of a grant from that of every other. A clause of our own. */
export const newSerial = seam('platform.displaySerial', () => randomBytes(6).toString('base64url'));

/** Ends the lease of a holder, or with `force` that of anybody; answers how many rows that took. */
export const dropLease = seam('platform.dropLease', remove);

async function remove(
  { database }: Platform,
  workspaceId: string,
  holder: string,
  force: boolean,
): Promise<number> {
  const rows = await database.query(
    'display-drop',
    `DELETE FROM workspace_display_control_locks
      WHERE workspace_id = $1 AND (controlled_by = $2 OR $3) RETURNING 1`,
    [workspaceId, holder, force],
  );
  return rows.length;
}

/** A lease as clients are told of it (I.3). */
export function shownLease(lease: Lease | undefined): JsonObject {
  if (!lease) return { controller: 'none' };
  const { controller, controlled_by, expires_at } = lease;
  return { controller, controlled_by, expires_at };
}
