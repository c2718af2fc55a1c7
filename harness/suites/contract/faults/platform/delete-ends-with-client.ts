import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const left = new WeakSet<object>();

export const deleteEndsWithClient: Fault = {
  id: 'M025',
  title: 'the stops of a delete end when its client hangs up',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deleteOrder', (read) => (request) => {
        const order = read(request);
        request.raw.socket.once('close', () => left.add(order));
        return order;
      }),
      at('platform.deleteWorkspace', (remove) => (platform, id, order) => {
        const { controlPlane } = platform;
        if (!controlPlane) return remove(platform, id, order);
        const stop: typeof controlPlane.stop = async (...given) => {
          if (left.has(order)) throw new Error('context canceled');
          await controlPlane.stop(...given);
        };
        return remove({ ...platform, controlPlane: { ...controlPlane, stop } }, id, order);
      }),
    ],
  },
  kills: [{ cases: ['F.4-hangs-up'], reason: /^stops of the child: 0;/ }],
};
