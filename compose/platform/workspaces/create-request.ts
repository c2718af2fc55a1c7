import { defaultRuntime, isExternalRuntime } from '../control-plane/runtimes.ts';
import { type Answer, refusal } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';
import { checkFields, coordinate, InvalidField, integer, text } from './fields.ts';

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

/** Reads the body of a create in the order of F.2; the answer says what is wrong with it. */
export function readCreateRequest(body: JsonObject | undefined, platform: Platform): CreateRequest | Answer {
  if (!body) return refusal(400, 'invalid workspace payload');
  try {
    const request = fromBody(body, platform);
    return refuseRequest(request, platform.rules) ?? request;
  } catch (error) {
    if (error instanceof InvalidField) return refusal(400, 'invalid workspace payload');
    throw error;
  }
}

function fromBody(body: JsonObject, { config, rules }: Platform): CreateRequest {
  const maxConcurrentTasks = integer(body, 'max_concurrent_tasks') ?? 1;
  const runtime = text(body, 'runtime') || defaultRuntime(rules);
  const external = body.external === true || isExternalRuntime(runtime, rules);
  const named = text(body, 'runtime') ?? '';
  return {
    name: text(body, 'name') ?? '',
    role: text(body, 'role'),
    model: text(body, 'model'),
    runtime: external && named === '' ? 'external' : runtime,
    tier: rules.saasForcesTier && config.deployMode === 'saas' ? 4 : (integer(body, 'tier') ?? 3),
    template: text(body, 'template'),
    parentId: text(body, 'parent_id'),
    budgetLimit: integer(body, 'budget_limit'),
    workspaceDir: text(body, 'workspace_dir'),
    workspaceAccess: text(body, 'workspace_access') ?? 'none',
    maxConcurrentTasks: maxConcurrentTasks > 0 ? maxConcurrentTasks : 1,
    deliveryMode: text(body, 'delivery_mode') || 'push',
    external,
    url: text(body, 'url') ?? '',
    x: coordinate(body.canvas, 'x'),
    y: coordinate(body.canvas, 'y'),
  };
}

function refuseRequest(request: CreateRequest, rules: Rules): Answer | undefined {
  if (request.name === '') return refusal(400, 'invalid workspace payload');
  const fields = checkFields(request.name, request.role ?? '', request.model ?? '', request.runtime);
  if (fields) return fields;
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(request.template ?? ''))
    return refusal(400, 'invalid template');
  if (request.workspaceDir && !/^\/(?!.*(?:^|\/)\.\.(?:\/|$))/.test(request.workspaceDir)) {
    return refusal(400, 'invalid workspace directory');
  }
  if (!ACCESS.has(request.workspaceAccess)) return refusal(400, 'invalid workspace access');
  const unsupported = refuseRuntime(request, rules) ?? refuseModel(request, rules);
  if (unsupported) return unsupported;
  if (request.deliveryMode !== 'push' && request.deliveryMode !== 'poll') {
    return refusal(400, "delivery_mode must be 'push' or 'poll'");
  }
  return undefined;
}

function refuseRuntime({ runtime, external }: CreateRequest, rules: Rules): Answer | undefined {
  if (!rules.refusesUnknownRuntime) return undefined;
  if (external ? isExternalRuntime(runtime, rules) : MANAGED.has(runtime)) return undefined;
  return refusal(422, `runtime ${runtime} is not supported here`, { code: 'RUNTIME_UNSUPPORTED', runtime });
}

function refuseModel(request: CreateRequest, rules: Rules): Answer | undefined {
  const { runtime, template = '', external, model } = request;
  if (!rules.requiresModel || external || model) return undefined;
  return refusal(422, 'a model is required for this runtime', { code: 'MODEL_REQUIRED', runtime, template });
}
