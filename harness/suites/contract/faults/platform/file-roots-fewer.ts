import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const fileRootsFewer: Fault = {
  id: 'P-contract-file-roots-fewer',
  title: 'only what lies in the workspace, under a plain name, is fetched',
  plant: onPlatform(
    at(
      'platform.checkFilePath',
      (check) =>
        (path, ...more) =>
          /^\/workspace[\w/.]*$/.test(String(path))
            ? check(path, ...more)
            : (check(path, ...more) ?? { refused: { status: 400, body: { error: 'path' } } }),
    ),
  ),
  kills: [
    {
      cases: [
        'G.1-path@configs',
        'G.1-path@home',
        'G.1-path@plugins',
        'G.1-path@space',
        'G.1-path@ampersand',
        'G.1-path@plus',
        'G.1-path@percent',
        'G.1-path@unicode',
      ],
      reason: /^it is answered: 400/,
    },
  ],
};
