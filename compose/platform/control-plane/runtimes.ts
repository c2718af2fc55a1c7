import type { Rules } from '../rules.ts';

/** Runtimes that the platform does not run itself. */
export const EXTERNAL_RUNTIMES: ReadonlySet<string> = new Set(['external', 'kimi', 'kimi-cli']);

/** True for runtimes that the platform does not run itself; at first that was `external` alone. */
export function isExternalRuntime(runtime: string, rules: Rules): boolean {
  return rules.knowsExternalLike ? EXTERNAL_RUNTIMES.has(runtime) : runtime === 'external';
}

/** The runtime of a workspace that names none. */
export function defaultRuntime(rules: Rules): string {
  return rules.defaultsToClaudeCode ? 'claude-code' : 'langgraph';
}
