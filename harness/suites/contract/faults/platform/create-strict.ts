import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createStrict: Fault = {
  id: 'P-contract-create-strict',
  title: 'a create is refused for what others take',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const json = JSON.stringify(body ?? null);
      const name = String(body?.name ?? '');
      const isOdd =
        Buffer.byteLength(name) === 255 ||
        json.includes('"workspace_access":""') ||
        json.includes('"workspace_dir":"/srv/a"') ||
        json.includes('"width":800') ||
        json.includes('"tier":9');
      return isOdd ? { refused: { status: 400, body: { error: 'no' } } } : create(platform, body, base);
    }),
  ),
  kills: [
    {
      cases: [
        'F.2-field@name-255',
        'F.2-field@tier-nine',
        'F.2-place@access-empty',
        'F.2-place@dir-fine',
        'F.2-later@display-width-800',
      ],
      reason: /^it is created: 400/,
    },
  ],
};
