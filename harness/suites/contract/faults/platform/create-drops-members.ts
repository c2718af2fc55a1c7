import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createDropsMembers: Fault = {
  id: 'P-contract-create-drops',
  title: 'place on the canvas and an empty role come out otherwise',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      if (!body || typeof body !== 'object') return create(platform, body, base);
      const { canvas, ...rest } = body;
      const isPlace =
        canvas !== null &&
        typeof canvas === 'object' &&
        !Array.isArray(canvas) &&
        JSON.stringify(canvas).includes('1.5');
      const named = body.role === '' ? { role: 'nobody' } : {};
      return create(platform, { ...(isPlace ? rest : body), ...named }, base);
    }),
  ),
  kills: [{ cases: ['F.2-field@role-empty', 'F.2-place@canvas-fine'], reason: /^it reads: 200/ }],
};
