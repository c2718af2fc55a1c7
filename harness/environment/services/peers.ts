import { RUNTIMES, type RuntimeId } from '../../corpus/entry.ts';
import { inProject } from '../../support/paths.ts';
import type { Crew } from '../crew/crew.ts';
import type { ControlledEndpoint } from '../world.ts';
import { startOwn } from './own.ts';

/** The simulated control plane, and the secret that the platform shows it. */
export interface ControlPlane extends ControlledEndpoint {
  readonly sharedSecret: string;
}

/** Boots the control-plane simulator. */
export async function startControlPlane(crew: Crew): Promise<ControlPlane> {
  const controlToken = crew.credentials.fresh();
  const sharedSecret = crew.credentials.fresh();
  const { url } = await startOwn(crew, {
    name: 'cp-simulator',
    service: 'cp-simulator',
    stage: 'peer',
    env: { CONTROL_TOKEN: controlToken, CP_SHARED_SECRET: sharedSecret },
  });
  return { url, controlToken, sharedSecret };
}

/**
 * Boots the desktop of all workspaces. It is small, and pings faster than the real one, so that it costs little and nobody
 * has to wait for it.
 */
export async function startDesktop(crew: Crew): Promise<ControlledEndpoint> {
  const controlToken = crew.credentials.fresh();
  const { url } = await startOwn(crew, {
    name: 'desktop',
    service: 'desktop',
    stage: 'peer',
    env: {
      ...{ CONTROL_TOKEN: controlToken, DESKTOP_WIDTH: '320', DESKTOP_HEIGHT: '240' },
      ...{ DESKTOP_FRAME_MS: '50', DESKTOP_HEARTBEAT_MS: '200' },
    },
  });
  return { url, controlToken };
}

/** Boots the echo runtimes that were asked for, one process each. */
export async function startRuntimes(crew: Crew): Promise<Readonly<Record<RuntimeId, ControlledEndpoint>>> {
  const wanted = crew.options.runtimes ?? RUNTIMES;
  const booted = await crew.together(
    wanted.map(async (line) => [line, await startRuntime(crew, line)] as const),
  );
  return Object.fromEntries(booted) as Record<RuntimeId, ControlledEndpoint>;
}

async function startRuntime(crew: Crew, line: RuntimeId): Promise<ControlledEndpoint> {
  const controlToken = crew.credentials.fresh();
  const schemas = inProject('corpus/schemas/a2a');
  const { url } = await startOwn(crew, {
    name: `echo-runtime-${line}`,
    service: 'echo-runtime',
    line,
    stage: 'peer',
    env: { RUNTIME_LINE: line, CONTROL_TOKEN: controlToken, A2A_SCHEMAS_DIR: schemas },
  });
  return { url, controlToken };
}
