/** Everything that the environment decides; times in milliseconds. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly controlToken: string;
  readonly width: number;
  readonly height: number;
  /** Between two pictures. */
  readonly frameMs: number;
  /** Between two pings of a session; 0 is never. */
  readonly heartbeatMs: number;
  readonly dieWithParent: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads it; throws with the name of the variable when a value cannot be used. */
export function readConfig(env: Environment = process.env): Config {
  const controlToken = env.CONTROL_TOKEN ?? '';
  if (controlToken === '') throw new Error('CONTROL_TOKEN is not set; nobody could ask what happened here');
  return Object.freeze({
    host: env.HOST || '127.0.0.1',
    port: whole(env, 'PORT', 0, 0, 65_535),
    controlToken,
    width: whole(env, 'DESKTOP_WIDTH', 640, 320, 3840),
    height: whole(env, 'DESKTOP_HEIGHT', 400, 200, 2160),
    frameMs: whole(env, 'DESKTOP_FRAME_MS', 40, 1, 60_000),
    heartbeatMs: whole(env, 'DESKTOP_HEARTBEAT_MS', 30_000, 0, 3_600_000),
    dieWithParent: env.ASSAY_DIE_WITH_PARENT === '1',
  });
}

function whole(env: Environment, name: string, usual: number, low: number, high: number): number {
  const value = Number(env[name] || usual);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Error(`${name} is ${env[name]}, and must be a whole number from ${low} to ${high}`);
}
