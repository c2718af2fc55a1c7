import { plant } from '../../../faults/plant.ts';

const served = new Set<string>();

plant('runtime.handOver', () => (message: unknown, agent: string) => {
  if (served.has(agent)) return undefined;
  served.add(agent);
  return message;
});
