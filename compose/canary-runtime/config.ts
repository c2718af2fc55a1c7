/** Everything the service takes from its environment. */
export interface CanaryConfig {
  readonly host: string;
  readonly port: number;
  /** The port by which others reach it, when something stands before it; its own when absent. */
  readonly publicPort?: number;
  /** A text that nothing matches is answered with a fixed line (`MOLECULE_CANARY_MODE=1`). */
  readonly canaryMode: boolean;
  /** Folder in which sessions and memory outlive the process; they end with it when absent. */
  readonly memoryRoot?: string;
  readonly dieWithParent: boolean;
}

/** Reads the environment; throws an `Error` that names the variable when one is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): CanaryConfig {
  const { MOLECULE_CANARY_MODE: mode = '', MOLECULE_MEMORY_ROOT: memoryRoot } = env;
  if (!['', '0', '1'].includes(mode)) throw new Error(`MOLECULE_CANARY_MODE must be 0 or 1, got ${mode}`);
  return {
    host: env.HOST ?? '127.0.0.1',
    port: portFrom(env.PORT),
    ...(env.PUBLIC_PORT ? { publicPort: portFrom(env.PUBLIC_PORT) } : {}),
    canaryMode: mode === '1',
    ...(memoryRoot ? { memoryRoot } : {}),
    dieWithParent: env.ASSAY_DIE_WITH_PARENT === '1',
  };
}

function portFrom(text = '0'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be 0-65535, got ${text}`);
  return port;
}
