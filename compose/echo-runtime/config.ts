/** The lines of the protocol that this runtime can speak; one process speaks one. */
export const LINES = ['strict', '0.2', '0.3', '1.x'] as const;
export type LineId = (typeof LINES)[number];

/** Everything the service takes from its environment. */
export interface RuntimeConfig {
  readonly host: string;
  readonly port: number;
  /** The port by which others reach it, when something stands before it; its own when absent. */
  readonly publicPort?: number;
  readonly line: LineId;
  readonly controlToken: string;
  /** Folder of the A2A schemas; needed by the line `strict` only. */
  readonly schemasDirectory: string | undefined;
  readonly dieWithParent: boolean;
}

/** Reads the environment; throws an `Error` that names the variable when one is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): RuntimeConfig {
  const line = LINES.find((id) => id === env.RUNTIME_LINE);
  if (!line) throw new Error(`RUNTIME_LINE must be one of ${LINES.join(', ')}, got ${env.RUNTIME_LINE}`);
  if (!env.CONTROL_TOKEN) throw new Error('CONTROL_TOKEN must be set');
  if (line === 'strict' && !env.A2A_SCHEMAS_DIR) {
    throw new Error('A2A_SCHEMAS_DIR must be set for RUNTIME_LINE=strict');
  }
  return {
    host: env.HOST ?? '127.0.0.1',
    port: portFrom(env.PORT),
    ...(env.PUBLIC_PORT ? { publicPort: portFrom(env.PUBLIC_PORT) } : {}),
    line,
    controlToken: env.CONTROL_TOKEN,
    schemasDirectory: env.A2A_SCHEMAS_DIR,
    dieWithParent: env.ASSAY_DIE_WITH_PARENT === '1',
  };
}

function portFrom(text = '0'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be 0-65535, got ${text}`);
  return port;
}
