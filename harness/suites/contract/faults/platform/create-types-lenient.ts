import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createTypesLenient: Fault = {
  id: 'P-create-types-lenient',
  title: 'a create passes over members of a wrong type',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.createWorkspace', (create) => (platform, body, base) => {
        const kinds: Readonly<Record<string, string>> = {
          tier: 'number',
          external: 'boolean',
          canvas: 'object',
        };
        const sound = Object.entries(body ?? {}).filter(([key, value]) => {
          const isNested =
            key === 'canvas' && (Array.isArray(value) || Reflect.get(Object(value), 'x') === 'a');
          return !isNested && (kinds[key] === undefined || typeof value === kinds[key]);
        });
        return create(platform, Object.fromEntries(sound), base);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'F.2-field@tier-text',
        'F.2-field@external-text',
        'F.2-place@canvas-text',
        'F.2-place@canvas-list',
      ],
      reason: /^it is refused: 201 /,
    },
  ],
};
