import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const started = new Set<string>();

export const startAgainForgetful: Fault = {
  id: 'P-start-again-forgetful',
  title: 'a restart knows neither parent nor role',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.instanceEnvironment', (environment) => (platform, workspace) => {
        const known = started.has(workspace.id);
        started.add(workspace.id);
        return environment(platform, known ? { ...workspace, role: null, parent_id: null } : workspace);
      }),
    ],
  },
  kills: [{ cases: ['F.5-parent'], reason: /^the call: .*PARENT_ID/ }],
};
