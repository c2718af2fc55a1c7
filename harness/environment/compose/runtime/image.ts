import type { ImageInspectInfo } from 'dockerode';
import { execa } from 'execa';
import type { Crew } from '../../crew/crew.ts';
import type { Engine } from '../engine.ts';
import { isMissing } from '../engine-errors.ts';
import { notPulled } from './errors.ts';

/** An image that the engine has. */
export interface RuntimeImage {
  /** `sha256:<hex>` */
  readonly id: string;
  /** TCP ports that it says it listens on. */
  readonly exposes: readonly number[];
}

/** Finds an image, and pulls it where the engine has none, as `docker run` does. Throws `EnvironmentError`. */
export async function provideImage(crew: Crew, engine: Engine, image: string): Promise<RuntimeImage> {
  const found = await inspect(engine, image);
  if (found) return found;
  crew.progress('pulling', image);
  const said = await pull(crew, engine, image);
  const pulled = await inspect(engine, image);
  if (pulled) return pulled;
  throw notPulled(image, said);
}

async function inspect({ docker }: Engine, image: string): Promise<RuntimeImage | undefined> {
  try {
    const { Id, Config } = await docker.getImage(image).inspect();
    return { id: Id, exposes: portsOf(Config) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function portsOf({ ExposedPorts }: ImageInspectInfo['Config']): readonly number[] {
  return Object.keys(ExposedPorts ?? {}).flatMap((each) => {
    const [port, protocol = 'tcp'] = each.split('/');
    return protocol === 'tcp' ? [Number(port)] : [];
  });
}

/** By the client, which knows the credentials of registries. Answers what it said. */
async function pull({ signal, deadline }: Crew, { env }: Engine, image: string): Promise<string> {
  const { timedOut, stderr, shortMessage } = await execa('docker', ['pull', '--quiet', image], {
    ...{ env, extendEnv: false, reject: false, stdin: 'ignore' },
    ...{ cancelSignal: signal, timeout: Math.max(1, deadline.remainingMs()) },
  });
  signal.throwIfAborted();
  return timedOut
    ? `Not pulled within ${Math.round(deadline.totalMs / 1000)} s.`
    : stderr || (shortMessage ?? '');
}
