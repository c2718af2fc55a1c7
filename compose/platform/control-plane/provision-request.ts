import { seam } from '../../seam.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

/** What an instance is made from; `compute` as JSON text. */
export interface Launched extends Row {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly runtime: string;
  readonly role: string | null;
  readonly model: string | null;
  readonly parent_id: string | null;
  readonly compute: string;
}

/** The body of a provision call (M); `once` is what was said at creation and is not kept. */
export function provisionRequest(
  platform: Platform,
  workspace: Launched,
  once: JsonObject = {},
  secrets: Readonly<Record<string, string>> = {},
): JsonObject {
  const { orgId, platformUrl } = platform.config;
  return {
    org_id: orgId,
    workspace_id: workspace.id,
    runtime: workspace.runtime,
    tier: workspace.tier,
    platform_url: platformUrl,
    env: { ...secretEnvironment(secrets), ...instanceEnvironment(platform, workspace) },
    ...(platform.rules.showsCompute ? machine(workspace.compute, once) : {}),
  };
}

/** The model of a workspace, which is kept among its secrets, has a second name for one runtime (F.7). */
function secretEnvironment(secrets: Readonly<Record<string, string>>): JsonObject {
  const { MODEL_PROVIDER: model } = secrets;
  return model === undefined ? secrets : { ...secrets, HERMES_DEFAULT_MODEL: model };
}

/**
 * The environment of an instance (F.5): who it is, and its parent only where there is one. A workspace is never handed the
 * admin token, and knows as much after a restart as before (careful rules of M and F.5).
 */
export const instanceEnvironment = seam('platform.instanceEnvironment', environment);

function environment(platform: Platform, workspace: Launched): JsonObject {
  const { id, role, model, parent_id: parentId } = workspace;
  return {
    MOLECULE_WORKSPACE_ID: id,
    PLATFORM_URL: platform.config.platformUrl,
    ...(role ? { MOLECULE_AGENT_ROLE: role } : {}),
    ...(model ? { MODEL: model } : {}),
    ...(parentId ? { PARENT_ID: parentId } : {}),
  };
}

function machine(computeText: string, once: JsonObject): JsonObject {
  const compute = parseJson(Buffer.from(computeText));
  if (!isObject(compute)) return {};
  const { instance_type, volume, display } = compute;
  const disk = isObject(volume) ? volume.root_gb : undefined;
  return { instance_type, disk_gb: disk, display, data_persistence: once.data_persistence };
}
