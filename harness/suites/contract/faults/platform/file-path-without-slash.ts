import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const filePathWithoutSlash: Fault = {
  id: 'P-file-path-without-slash',
  title: 'a path loses its first slash on its way to the agent',
  plant: onPlatform(
    at('platform.forwardFile', (forward) => (platform, destination, asked) => {
      return forward(platform, destination, { ...asked, path: asked.path.replace('path=%2F', 'path=') });
    }),
  ),
  kills: [{ cases: (planned) => planned.id.includes('/G.1-path@'), reason: /^what is asked for: / }],
};
