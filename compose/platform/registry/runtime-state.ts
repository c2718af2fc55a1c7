/** What a runtime says about itself in heartbeats. In memory only: a restart forgets it until the next one (A.8, E.2). */
export interface RuntimeState {
  setCapabilities(workspaceId: string, names: readonly string[]): void;
  hasCapability(workspaceId: string, name: string): boolean;
  /** Seconds above zero set the override, anything else clears it. */
  setIdleTimeoutSeconds(workspaceId: string, seconds: number | undefined): void;
  idleTimeoutMs(workspaceId: string): number | undefined;
}

/** Two independent stores, capabilities and idle overrides; an empty entry is removed. */
export function createRuntimeState(): RuntimeState {
  const capabilities = new Map<string, ReadonlySet<string>>();
  const idleTimeouts = new Map<string, number>();
  return {
    setCapabilities(workspaceId, names) {
      if (names.length === 0) capabilities.delete(workspaceId);
      else capabilities.set(workspaceId, new Set(names));
    },
    hasCapability: (workspaceId, name) => capabilities.get(workspaceId)?.has(name) ?? false,
    setIdleTimeoutSeconds(workspaceId, seconds) {
      if (seconds === undefined || !(seconds > 0)) idleTimeouts.delete(workspaceId);
      else idleTimeouts.set(workspaceId, seconds * 1000);
    },
    idleTimeoutMs: (workspaceId) => idleTimeouts.get(workspaceId),
  };
}
