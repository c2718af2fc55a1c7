import type { Container } from 'dockerode';
import type { Grip } from '../handling/grip.ts';
import type { Engine } from './engine.ts';
import { engineSays } from './engine-errors.ts';
import { LABEL, projectOf } from './labels.ts';
import { LOOPBACK } from './services.ts';

/**
 * The grip on the container whose network all others share. It can only be cut off and healed, and takes all of them
 * with it: they go on talking to each other, and nobody outside reaches any of them. Ended or stopped it would leave
 * the others with a network that nothing can bring back.
 */
export function networkGrip({ docker }: Engine, worldId: string, containerId: string): Grip {
  const container = docker.getContainer(containerId);
  const network = async () => {
    const filters = { label: [`${LABEL.world}=${worldId}`] };
    const [found] = await docker.listNetworks({ filters });
    return docker.getNetwork(found?.Id ?? '');
  };
  return {
    service: LOOPBACK.name,
    state: async () => ((await container.inspect()).State.Running ? 'running' : 'down'),
    pid: async () => (await container.inspect()).State.Pid || undefined,
    link: {
      ways: ['refuse'],
      state: async () => ((await isConnected(container)) ? 'open' : 'refuse'),
      cut: async () => engineSays(LOOPBACK.name, (await network()).disconnect({ Container: containerId })),
      heal: async () => {
        const EndpointConfig = { Aliases: [`${projectOf(worldId)}-${LOOPBACK.name}-1`, LOOPBACK.name] };
        await engineSays(
          LOOPBACK.name,
          (await network()).connect({ Container: containerId, EndpointConfig }),
        );
      },
    },
  };
}

async function isConnected(container: Container): Promise<boolean> {
  const { NetworkSettings } = await container.inspect();
  return Object.keys(NetworkSettings.Networks).length > 0;
}
