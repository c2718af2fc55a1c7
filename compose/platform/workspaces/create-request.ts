import { defaultRuntime, isExternalRuntime } from '../control-plane/runtimes.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';
import { checkFields, coordinate, readFields } from './fields.ts';

/** A create request with its defaults filled in. */
export interface CreateRequest {
  readonly name: string;
  readonly role: string | undefined;
  readonly model: string | undefined;
  readonly runtime: string;
  readonly tier: number;
  readonly template: string | undefined;
  readonly parentId: string | undefined;
  readonly budgetLimit: number | undefined;
  readonly workspaceDir: string | undefined;
  readonly workspaceAccess: string;
  readonly maxConcurrentTasks: number;
  readonly deliveryMode: string;
  readonly external: boolean;
  readonly url: string;
  readonly x: number;
  readonly y: number;
}

const MANAGED: ReadonlySet<string> = new Set([
  'claude-code',
  'codex',
  'google-adk',
  'hermes',
  'langgraph',
  'openclaw',
]);
const ACCESS: ReadonlySet<string> = new Set(['none', 'read_only', 'read_write']);

/** Reads the body of a create in the order of F.2, or refuses it. */
export function readCreateRequest(body: JsonObject | undefined, platform: Platform): CreateRequest | Refusal {
  if (!body) return refuse(400, 'invalid workspace payload');
  const request = fromBody(body, platform);
  if (isRefusal(request)) return request;
  return refuseRequest(request, platform.rules) ?? request;
}

function fromBody(body: JsonObject, { config, rules }: Platform): CreateRequest | Refusal {
  const { text, integer, sound } = readFields(body);
  const maxConcurrentTasks = integer('max_concurrent_tasks') ?? 1;
  const runtime = text('runtime') || defaultRuntime(rules);
  const external = body.external === true || isExternalRuntime(runtime, rules);
  const named = text('runtime') ?? '';
  const request = {
    name: text('name') ?? '',
    role: text('role'),
    model: text('model'),
    runtime: external && named === '' ? 'external' : runtime,
    tier: rules.saasForcesTier && config.deployMode === 'saas' ? 4 : (integer('tier') ?? 3),
    template: text('template'),
    parentId: text('parent_id'),
    budgetLimit: integer('budget_limit'),
    workspaceDir: text('workspace_dir'),
    workspaceAccess: text('workspace_access') ?? 'none',
    maxConcurrentTasks: maxConcurrentTasks > 0 ? maxConcurrentTasks : 1,
    deliveryMode: text('delivery_mode') || 'push',
    external,
    url: text('url') ?? '',
    x: coordinate(body.canvas, 'x'),
    y: coordinate(body.canvas, 'y'),
  };
  return sound() ? request : refuse(400, 'invalid workspace payload');
}

function refuseRequest(request: CreateRequest, rules: Rules): Refusal | undefined {
  if (request.name === '') return refuse(400, 'invalid workspace payload');
  const fields = checkFields(request.name, request.role ?? '', request.model ?? '', request.runtime);
  if (fields) return fields;
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(request.template ?? ''))
    return refuse(400, 'invalid template');
  if (request.workspaceDir && !/^\/(?!.*(?:^|\/)\.\.(?:\/|$))/.test(request.workspaceDir)) {
    return refuse(400, 'invalid workspace directory');
  }
  if (!ACCESS.has(request.workspaceAccess)) return refuse(400, 'invalid workspace access');
  const unsupported = refuseRuntime(request, rules) ?? refuseModel(request, rules);
  if (unsupported) return unsupported;
  if (request.deliveryMode !== 'push' && request.deliveryMode !== 'poll') {
    return refuse(400, "delivery_mode must be 'push' or 'poll'");
  }
  return undefined;
}

function refuseRuntime({ runtime, external }: CreateRequest, rules: Rules): Refusal | undefined {
  if (!rules.refusesUnknownRuntime) return undefined;
  if (external ? isExternalRuntime(runtime, rules) : MANAGED.has(runtime)) return undefined;
  return refuse(422, `runtime ${runtime} is not supported here`, { code: 'RUNTIME_UNSUPPORTED', runtime });
}

function refuseModel(request: CreateRequest, rules: Rules): Refusal | undefined {
  const { runtime, template = '', external, model } = request;
  if (!rules.requiresModel || external || model) return undefined;
  return refuse(422, 'a model is required for this runtime', { code: 'MODEL_REQUIRED', runtime, template });
}
