/** Everything the simulator takes from its environment. */
export interface SimulatorConfig {
  readonly host: string;
  readonly port: number;
  readonly controlToken: string;
  /** What a platform must present on the workspace calls. */
  readonly sharedSecret: string;
  readonly dieWithParent: boolean;
}

/** Reads the environment; throws an `Error` that names the variable when one is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): SimulatorConfig {
  return {
    host: env.HOST ?? '127.0.0.1',
    port: portFrom(env.PORT),
    controlToken: required('CONTROL_TOKEN', env.CONTROL_TOKEN),
    sharedSecret: required('CP_SHARED_SECRET', env.CP_SHARED_SECRET),
    dieWithParent: env.ASSAY_DIE_WITH_PARENT === '1',
  };
}

function required(name: string, value: string | undefined): string {
  if (!value) throw new Error(`${name} must be set`);
  return value;
}

function portFrom(text = '0'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be 0-65535, got ${text}`);
  return port;
}
