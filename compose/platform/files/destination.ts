import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import type { Row } from '../store/database.ts';
import { type Operation, secretFor } from './inbound-secret.ts';

/** A workspace as far as its files need it. */
export interface Holder extends Row {
  readonly id: string;
  readonly url: string | null;
  readonly delivery_mode: string;
}

/** Looks a workspace up; 400 for an impossible id, 404 for one that is not there, removed, or cannot be read. */
export const findHolder = seam('platform.fileHolder', lookUp);

async function lookUp({ database }: Platform, id: string): Promise<Holder | Refusal> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const sql = `SELECT id, url, delivery_mode FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  const rows = await database.query<Holder>('files-holder', sql, [id]).catch(() => []);
  return rows[0] ?? refuse(404, 'workspace not found');
}

/** Where an agent takes requests for its files, and what the platform presents there. */
export interface Destination {
  /** Without a slash at its end. */
  readonly base: string;
  readonly secret: string;
}

/** The agent behind a workspace, or why there is none, in the order of G.2. */
export const destinationOf = seam('platform.fileDestination', resolve);

async function resolve(
  platform: Platform,
  holder: Holder,
  operation: Operation,
): Promise<Destination | Refusal> {
  const base = (holder.url ?? '').replace(/\/+$/, '');
  if (base === '') return refuse(503, 'workspace url not registered yet');
  const unsafe = platform.rules.checksFileUrls ? await refuseUrl(platform, base) : undefined;
  if (unsafe) return unsafe;
  const secret = await secretFor(platform, holder.id, operation);
  return isRefusal(secret) ? secret : { base, secret };
}

async function refuseUrl(platform: Platform, url: string): Promise<Refusal | undefined> {
  const { deployMode, development } = platform.config;
  const verdict = await validateDispatchUrl(url, { deployMode, development }, platform.resolve);
  return verdict.allowed ? undefined : refuse(400, 'workspace URL not allowed');
}
