import type { JsonObject } from '../json.ts';
import type { Rules } from '../rules.ts';

/** How an external agent connects: addresses below `base`, its token, and snippets to paste (F.2). */
export function connectionOf(rules: Rules, base: string, workspaceId: string, authToken: string): JsonObject {
  const register = `${base}/registry/register`;
  const heartbeat = `${base}/registry/heartbeat`;
  const common = {
    workspace_id: workspaceId,
    auth_token: authToken,
    platform_url: base,
    registry_endpoint: register,
    heartbeat_endpoint: heartbeat,
    curl_register_template: curlTemplate(register, workspaceId),
    python_snippet: `import requests\nrequests.post("${register}", headers=headers, json=registration)`,
    claude_code_channel_snippet: channelSnippet('claude-code', base, workspaceId),
  };
  if (!rules.givesMoreSnippets) return common;
  return {
    ...common,
    codex_snippet: channelSnippet('codex', base, workspaceId),
    hermes_channel_snippet: channelSnippet('hermes', base, workspaceId),
    kimi_snippet: channelSnippet('kimi', base, workspaceId),
    openclaw_snippet: channelSnippet('openclaw', base, workspaceId),
    universal_mcp_snippet: channelSnippet('mcp', base, workspaceId),
  };
}

function curlTemplate(url: string, workspaceId: string): string {
  const body = `{"id":"${workspaceId}","url":"<AGENT_URL>","agent_card":{"name":"<NAME>"}}`;
  return `curl -X POST ${url} -H 'Authorization: Bearer <AUTH_TOKEN>' -d '${body}'`;
}

function channelSnippet(client: string, base: string, workspaceId: string): string {
  return `# ${client}\nMOLECULE_PLATFORM_URL=${base}\nMOLECULE_WORKSPACE_ID=${workspaceId}\nMOLECULE_AUTH_TOKEN=<AUTH_TOKEN>`;
}
