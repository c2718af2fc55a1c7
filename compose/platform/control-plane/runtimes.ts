import type { Rules } from '../rules.ts';

const EXTERNAL_LIKE: ReadonlySet<string> = new Set(['external', 'kimi', 'kimi-cli']);

/** True for runtimes that the platform does not run itself; at first that was `external` alone. */
export function isExternalRuntime(runtime: string, rules: Rules): boolean {
  return rules.knowsExternalLike ? EXTERNAL_LIKE.has(runtime) : runtime === 'external';
}

/** The runtime of a workspace that names none. */
export function defaultRuntime(rules: Rules): string {
  return rules.defaultsToClaudeCode ? 'claude-code' : 'langgraph';
}
