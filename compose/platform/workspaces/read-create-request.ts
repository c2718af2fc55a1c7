import { defaultRuntime, isExternalRuntime } from '../control-plane/runtimes.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { refuseCompute } from './compute.ts';
import type { CreateRequest } from './create-request.ts';
import { isWorkspaceDirectory } from './directory.ts';
import { checkFields, readFields } from './fields.ts';
import { refuseUnsupported } from './unsupported.ts';

const ACCESS: ReadonlySet<string> = new Set(['none', 'read_only', 'read_write']);

/** Reads the body of a create in the order of F.2, or refuses it. */
export function readCreateRequest(body: JsonObject | undefined, platform: Platform): CreateRequest | Refusal {
  if (!body) return refuse(400, 'invalid workspace payload');
  const request = fromBody(body, platform);
  if (isRefusal(request)) return request;
  return refuseRequest(request, platform) ?? request;
}

function fromBody(body: JsonObject, { config, rules }: Platform): CreateRequest | Refusal {
  const { text, integer, flag, object, sound } = readFields(body);
  const canvas = readFields(object('canvas') ?? {});
  const secrets = object('secrets') ?? {};
  const secret = readFields(secrets);
  for (const key of Object.keys(secrets)) secret.text(key);
  if (body.initial_memories !== undefined && !isListOrNull(body.initial_memories))
    return refuse(400, 'invalid workspace payload');
  const maxConcurrentTasks = integer('max_concurrent_tasks') ?? 1;
  const runtime = text('runtime') || defaultRuntime(rules);
  const external = flag('external') === true || isExternalRuntime(runtime, rules);
  const named = text('runtime') ?? '';
  const request = {
    name: text('name') ?? '',
    role: text('role') || undefined,
    model: text('model'),
    runtime: external && named === '' ? 'external' : runtime,
    named: named !== '',
    tier: rules.saasForcesTier && config.deployMode === 'saas' ? 4 : integer('tier') || 3,
    template: text('template'),
    parentId: text('parent_id'),
    budgetLimit: integer('budget_limit'),
    workspaceDir: text('workspace_dir'),
    workspaceAccess: text('workspace_access') || 'none',
    compute: rules.showsCompute ? object('compute') : undefined,
    secrets,
    maxConcurrentTasks: maxConcurrentTasks > 0 ? maxConcurrentTasks : 1,
    deliveryMode: text('delivery_mode') || 'push',
    external,
    url: text('url') ?? '',
    x: canvas.number('x') ?? 0,
    y: canvas.number('y') ?? 0,
  };
  const isSound = [sound, canvas.sound, secret.sound].every((each) => each());
  return isSound ? request : refuse(400, 'invalid workspace payload');
}

function refuseRequest(request: CreateRequest, platform: Platform): Refusal | undefined {
  if (request.name === '') return refuse(400, 'invalid workspace payload');
  const fields = checkFields(request.name, request.role ?? '', request.model ?? '', request.runtime);
  if (fields) return fields;
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(request.template ?? ''))
    return refuse(400, 'invalid template');
  if (request.workspaceDir && !isWorkspaceDirectory(request.workspaceDir))
    return refuse(400, 'invalid workspace directory');
  const { workspaceAccess: access, workspaceDir } = request;
  if (!ACCESS.has(access) || (access === 'read_only' && !workspaceDir))
    return refuse(400, 'invalid workspace access');
  const unsupported =
    (request.compute && refuseCompute(request.compute)) ?? refuseUnsupported(request, platform);
  if (unsupported) return unsupported;
  if (request.deliveryMode !== 'push' && request.deliveryMode !== 'poll') {
    return refuse(400, "delivery_mode must be 'push' or 'poll'");
  }
  return undefined;
}

function isListOrNull(value: Json): boolean {
  return value === null || Array.isArray(value);
}
