import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const begun = new Map<string, number>();

export const restartOnceAMinute: Fault = {
  id: 'P-restart-once-a-minute',
  title: 'a restart within a minute of the last one is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.restartCycle', (cycle) => async (platform, id) => {
        const nowMs = platform.clock.nowMs();
        if (nowMs - (begun.get(id) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
        begun.set(id, nowMs);
        await cycle(platform, id);
      }),
    ],
  },
  kills: [
    { cases: ['F.6-coalesced'], reason: /^cycles: 1;/ },
    { cases: ['F.6-secrets-reach'], reason: /^secrets of the last start: undefined;/ },
    { cases: ['F.6-one-after-the-other'], clause: 'E.1', reason: /^its agent registers: 401 / },
  ],
};
