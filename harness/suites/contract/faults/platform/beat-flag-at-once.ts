import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatFlagAtOnce: Fault = {
  id: 'P-beat-flag-at-once',
  title: 'what a runtime says of itself counts for the same heartbeat',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => (platform, body, bearer) => {
        const metadata: unknown = body?.runtime_metadata;
        const isOwn =
          Reflect.get(Object(Reflect.get(Object(metadata), 'capabilities')), 'status_mgmt') === true;
        if (isOwn) platform.runtimeState.setCapabilities(String(body?.workspace_id), ['status_mgmt']);
        return beat(platform, body, bearer);
      }),
    ],
  },
  kills: [
    {
      cases: ['E.2-status@own-from-next-on', 'E.2-status@own-recovers-not'],
      reason: /^what it is then: 200 .*online/,
    },
  ],
};
