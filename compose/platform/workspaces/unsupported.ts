import { seam } from '../../seam.ts';
import { isExternalRuntime } from '../control-plane/runtimes.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';

/** What of a create request says whether it can be run here. */
interface Wanted {
  readonly runtime: string;
  readonly named: boolean;
  readonly external: boolean;
  readonly model: string | undefined;
  readonly template: string | undefined;
  readonly secrets: JsonObject;
}

const MANAGED: ReadonlySet<string> = new Set(['claude-code', 'codex', 'google-adk', 'hermes', 'openclaw']);

/** Refuses what this platform cannot run, and keys that it does not take (F.2). */
export const refuseUnsupported = seam('platform.refuseUnsupported', judge);

function judge(request: Wanted, { rules, newId }: Pick<Platform, 'rules' | 'newId'>): Refusal | undefined {
  return (
    refuseTemplate(request, rules) ??
    refuseRuntime(request, rules) ??
    refuseModel(request, rules) ??
    refuseSecrets(request, rules, newId)
  );
}

/** This platform has no templates, so none of them can say which runtime is meant. */
function refuseTemplate({ template, named, external }: Wanted, rules: Rules): Refusal | undefined {
  if (!rules.refusesUnknownRuntime || external || named || !template) return undefined;
  const error = 'the runtime of this template could not be resolved';
  return refuse(422, error, { code: 'RUNTIME_UNRESOLVED', template });
}

function refuseRuntime({ runtime, external }: Wanted, rules: Rules): Refusal | undefined {
  if (!rules.refusesUnknownRuntime) return undefined;
  if (external ? isExternalRuntime(runtime, rules) : MANAGED.has(runtime)) return undefined;
  return refuse(422, `runtime ${runtime} is not supported here`, { code: 'RUNTIME_UNSUPPORTED', runtime });
}

function refuseModel(request: Wanted, rules: Rules): Refusal | undefined {
  const { runtime, template = '', external, model } = request;
  if (external) return undefined;
  if (rules.requiresModel && !model)
    return refuse(422, 'a model is required for this runtime', { code: 'MODEL_REQUIRED', runtime, template });
  if (!rules.refusesUnknownModel || !model || !isOfAnother(runtime, model)) return undefined;
  const error = 'this runtime has no such model';
  return refuse(422, error, { code: 'UNREGISTERED_MODEL_FOR_RUNTIME', runtime, model });
}

/** A runtime made for the models of one vendor has none of another's; a clause of our own, for the lists are not ours. */
const VENDORS: readonly (readonly [runtime: string, model: RegExp])[] = [
  ['claude-code', /claude|sonnet|opus|haiku/i],
  ['codex', /gpt|codex|\bo\d/i],
  ['google-adk', /gemini/i],
];

function isOfAnother(runtime: string, model: string): boolean {
  const own = VENDORS.find(([name]) => name === runtime);
  return (
    own !== undefined && VENDORS.some((each) => each !== own && each[1].test(model)) && !own[1].test(model)
  );
}

const VENDOR_KEY = /^(?:OPENAI|ANTHROPIC|GEMINI|GOOGLE|MISTRAL|GROQ|DEEPSEEK|OPENROUTER)_API_KEY$/;

/** The id is the one that the workspace would have had. */
function refuseSecrets({ secrets }: Wanted, rules: Rules, newId: () => string): Refusal | undefined {
  const key = Object.keys(secrets).find((name) => VENDOR_KEY.test(name));
  if (!rules.blocksVendorKeys || key === undefined) return undefined;
  const error = 'direct vendor key writes are blocked; use the settings of the organisation';
  return refuse(400, error, { key, workspace_id: newId() });
}
