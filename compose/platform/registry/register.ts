import { seam } from '../../seam.ts';
import { hasLiveToken, issueToken, newSecret } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { defaultRuntime } from '../control-plane/runtimes.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { type Json, type JsonObject, verbatim } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { validateRegisterUrl } from '../ssrf/register-url.ts';
import type { Queries, Row } from '../store/database.ts';
import { instant } from '../store/instant.ts';
import { type Registered, repairCard } from './agent-card.ts';
import { checkRegistryToken } from './token-gate.ts';

interface Registration {
  readonly id: string;
  readonly card: Json;
  readonly url: string;
  readonly mode: string;
}
/** `POST /registry/register` (E.1), in the documented order. */
export const register = seam('platform.register', registerAgent);

async function registerAgent(
  platform: Platform,
  body: JsonObject | undefined,
  bearer: string,
): Promise<Outcome> {
  const registration = readRegistration(body);
  if (isRefusal(registration)) return registration;
  const gate = await checkRegistryToken(platform.database, registration.id, bearer);
  if (isRefusal(gate)) return gate;
  if (!isUuid(registration.id)) return refuse(500, 'registration failed');
  try {
    return await admit(platform, registration, gate.bootstraps);
  } catch (error) {
    platform.log.error({ workspaceId: registration.id, reason: messageOf(error) }, 'registration failed');
    return refuse(500, 'registration failed');
  }
}

function readRegistration(body: JsonObject | undefined): Registration | Refusal {
  const { id, agent_card: card, url = '', delivery_mode: mode = '' } = body ?? {};
  const sound = typeof id === 'string' && id !== '' && card !== undefined;
  if (!sound || !isTextOrNull(url) || !isTextOrNull(mode)) return refuse(400, 'invalid request body');
  if (mode && mode !== 'push' && mode !== 'poll')
    return refuse(400, "delivery_mode must be 'push' or 'poll'");
  return { id, card, url: url ?? '', mode: mode ?? '' };
}

function isTextOrNull(value: Json): value is string | null {
  return value === null || typeof value === 'string';
}

/** The row's lock makes registrations that arrive together take turns: one of them gets the first token. */
async function admit(platform: Platform, registration: Registration, bootstraps: boolean): Promise<Outcome> {
  const row = await find(platform.database, registration.id);
  if (row?.status === 'removed') return refuse(410, 'workspace removed');
  const mode = resolveMode(registration.mode, row);
  const unreachable = mode === 'push' ? await refuseUrl(platform, registration.url) : undefined;
  if (unreachable) return unreachable;
  const given = registration.card;
  const card = platform.rules.repairsCard ? repairCard(given, row) : given;
  const stored = await platform.database.transaction(async (queries) => {
    const secret = await upsert(platform, queries, registration, mode, card);
    const first = secret !== undefined && bootstraps && !(await hasLiveToken(queries, registration.id));
    return { secret, token: first ? await issueToken(queries, registration.id) : undefined };
  });
  if (stored.secret === undefined) return refuse(410, 'workspace removed');
  const payload = { url: registration.url, agent_card: verbatim(jsonText(card)), delivery_mode: mode };
  await platform.broadcaster.record(
    platform.database,
    'WORKSPACE_ONLINE',
    registration.id.toLowerCase(),
    payload,
  );
  const body = {
    status: 'registered',
    delivery_mode: mode,
    auth_token: stored.token,
    platform_inbound_secret: stored.secret,
  };
  return { status: 200, body };
}

async function find(queries: Queries, id: string): Promise<Registered | undefined> {
  const sql = 'SELECT name, role, runtime, status, delivery_mode FROM workspaces WHERE id = $1';
  const rows = await queries.query<Registered>('register-find', sql, [id]);
  return rows[0];
}

/** Payload, then the stored mode, then poll for an external runtime, then push. */
export const resolveMode = seam('platform.resolveMode', modeFor);

function modeFor(given: string, row: Registered | undefined): string {
  if (given !== '') return given;
  if (!row) return 'push';
  return row.delivery_mode || (row.runtime === 'external' ? 'poll' : 'push');
}

async function refuseUrl(platform: Platform, url: string): Promise<Refusal | undefined> {
  if (url === '') return refuse(400, 'url is required for push-mode workspaces');
  const verdict = await validateRegisterUrl(url, platform.config.deployMode, platform.resolve);
  return verdict.allowed ? undefined : refuse(400, verdict.reason);
}

/** Writes the row and returns its inbound secret, minted here when there is none; undefined when it is removed. */
async function upsert(
  platform: Platform,
  queries: Queries,
  registration: Registration,
  mode: string,
  card: Json,
): Promise<string | undefined> {
  const rows = await queries.query<Row & { secret: string }>('register-upsert', UPSERT, [
    registration.id,
    registration.url || null,
    jsonText(card),
    mode,
    defaultRuntime(platform.rules),
    newSecret(),
    platform.clock.nowMs(),
  ]);
  return rows[0]?.secret;
}

const UPSERT = `
  INSERT INTO workspaces AS w
    (id, name, url, agent_card, delivery_mode, runtime, status, platform_inbound_secret, last_heartbeat_at)
  VALUES ($1::uuid, $1::text, $2, $3, $4, $5, 'online', $6, ${instant(7)})
  ON CONFLICT (id) DO UPDATE SET
    url = CASE WHEN w.url LIKE 'http://127.0.0.1%' THEN w.url ELSE EXCLUDED.url END,
    agent_card = EXCLUDED.agent_card,
    delivery_mode = EXCLUDED.delivery_mode,
    status = 'online',
    platform_inbound_secret = COALESCE(w.platform_inbound_secret, EXCLUDED.platform_inbound_secret),
    last_heartbeat_at = ${instant(7)},
    updated_at = ${instant(7)}
  WHERE w.status IS DISTINCT FROM 'removed'
  RETURNING w.platform_inbound_secret AS secret`;
