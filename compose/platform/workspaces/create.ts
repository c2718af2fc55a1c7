import { seam } from '../../seam.ts';
import { issueToken, newSecret } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { startInstance } from '../control-plane/provision.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { putSecret } from '../secrets/store.ts';
import { validateRegisterUrl } from '../ssrf/register-url.ts';
import type { Queries, Row } from '../store/database.ts';
import { instant } from '../store/instant.ts';
import { storedCompute } from './compute.ts';
import { connectionOf } from './connection.ts';
import type { CreateRequest } from './create-request.ts';
import { readCreateRequest } from './read-create-request.ts';

const LAST_SUFFIX = 20;

/** `POST /workspaces` (F.2): the row, its events and the reply of its kind; `base` is where clients reach us. */
export const createWorkspace = seam('platform.createWorkspace', create);

async function create(platform: Platform, body: JsonObject | undefined, base: string): Promise<Outcome> {
  const request = readCreateRequest(body, platform);
  if (isRefusal(request)) return request;
  const unsafe = request.external ? await refuseUrl(platform, request.url) : undefined;
  if (unsafe) return unsafe;
  const stored = await store(platform, request);
  if (isRefusal(stored)) return stored;
  await announce(platform, stored, request);
  return request.external
    ? externalReply(platform, stored, request, base)
    : managedReply(platform, stored, request);
}

async function refuseUrl(platform: Platform, url: string): Promise<Refusal | undefined> {
  if (url === '') return undefined;
  const verdict = await validateRegisterUrl(url, platform.config.deployMode, platform.resolve);
  return verdict.allowed ? undefined : refuse(400, `unsafe workspace URL: ${verdict.reason}`);
}

interface Stored {
  readonly id: string;
  readonly name: string;
}

async function store(platform: Platform, request: CreateRequest): Promise<Stored | Refusal> {
  try {
    return await platform.database.transaction(async (queries) => {
      const name = platform.rules.numbersRepeatedNames ? await freeName(queries, request) : request.name;
      if (isRefusal(name)) return name;
      const id = await insert(platform, queries, request, name);
      await storeSecrets(platform, queries, id, request.secrets);
      return { id, name };
    });
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'workspace could not be stored');
    return refuse(500, 'failed to create workspace');
  }
}

/** In the transaction of their workspace: it is created with all of its secrets, or not at all. */
async function storeSecrets(
  platform: Platform,
  queries: Queries,
  id: string,
  secrets: JsonObject,
): Promise<void> {
  for (const [key, value] of Object.entries(secrets))
    if (typeof value === 'string') await putSecret(platform, queries, id, key, value);
}

/** A name that a live sibling has gets ` (2)` to ` (20)`; 409 when all are taken. */
async function freeName(queries: Queries, request: CreateRequest): Promise<string | Refusal> {
  await queries.query('create-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [request.name]);
  const candidates = Array.from({ length: LAST_SUFFIX }, (_, index) =>
    index === 0 ? request.name : `${request.name} (${index + 1})`,
  );
  const rows = await queries.query<Row & { name: string }>(
    'create-names',
    `SELECT name FROM workspaces
      WHERE name = ANY($1) AND status <> 'removed' AND parent_id IS NOT DISTINCT FROM $2::uuid`,
    [candidates, request.parentId ?? null],
  );
  const taken = new Set(rows.map((row) => row.name));
  const free = candidates.find((candidate) => !taken.has(candidate));
  return free ?? refuse(409, 'workspace name already in use; please pick a different name');
}

async function insert(
  platform: Platform,
  queries: Queries,
  request: CreateRequest,
  name: string,
): Promise<string> {
  const id = platform.newId();
  const ofExternal = request.url === '' ? 'awaiting_agent' : 'online';
  const status = request.external ? ofExternal : 'provisioning';
  await queries.query(
    'create-insert',
    `INSERT INTO workspaces (id, name, role, model, runtime, tier, template, parent_id, budget_limit, workspace_dir,
       workspace_access, max_concurrent_tasks, delivery_mode, status, url, x, y, platform_inbound_secret, compute, created_at,
       updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, ${instant(20)}, ${instant(20)})`,
    [
      id,
      name,
      request.role ?? null,
      request.model ?? null,
      request.runtime,
      request.tier,
      request.template ?? null,
      request.parentId ?? null,
      request.budgetLimit ?? null,
      request.workspaceDir ?? null,
      request.workspaceAccess,
      request.maxConcurrentTasks,
      request.deliveryMode,
      status,
      request.url || null,
      request.x,
      request.y,
      request.external ? newSecret() : null,
      jsonText(storedCompute(request.compute ?? {})),
      platform.clock.nowMs(),
    ],
  );
  return id;
}

async function announce(platform: Platform, { id, name }: Stored, request: CreateRequest): Promise<void> {
  const { tier, runtime, external, url } = request;
  const record = (event: string, payload: JsonObject) =>
    platform.broadcaster.record(platform.database, event, id, payload);
  await record('WORKSPACE_PROVISIONING', { name, tier, runtime });
  if (external && url === '') await record('WORKSPACE_AWAITING_AGENT', { name, external: true });
  else if (external) await record('WORKSPACE_ONLINE', { name, external: true });
  else
    void platform.background.start('provision', () =>
      startInstance(platform, id, { data_persistence: request.compute?.data_persistence }),
    );
}

async function externalReply(
  platform: Platform,
  { id }: Stored,
  request: CreateRequest,
  base: string,
): Promise<Outcome> {
  if (request.url !== '') return { status: 201, body: { id, external: true, status: 'online' } };
  const token = await issueToken(platform.database, id).catch(() => '');
  const connection = connectionOf(platform.rules, base, id, token);
  return { status: 201, body: { id, external: true, status: 'awaiting_agent', connection } };
}

/** A token is returned only where it stays valid: in SaaS mode the first register issues it (careful rule of F.5). */
async function managedReply(platform: Platform, { id }: Stored, request: CreateRequest): Promise<Outcome> {
  const common = { id, status: 'provisioning', workspace_access: request.workspaceAccess };
  if (!platform.rules.createIssuesToken) {
    return { status: 201, body: { ...common, awareness_namespace: `workspace:${id}` } };
  }
  const token = issuesAtCreate(platform) ? await issueToken(platform.database, id).catch(() => '') : '';
  return { status: 201, body: { ...common, auth_token: token } };
}

/** Whether a token that a create gives would still be good when the instance is up. */
export const issuesAtCreate = seam(
  'platform.issuesAtCreate',
  ({ config, controlPlane }: Platform): boolean => {
    return config.deployMode !== 'saas' && !controlPlane;
  },
);
