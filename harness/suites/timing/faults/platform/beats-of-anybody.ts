import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const beatsOfAnybody: Fault = {
  id: 'P-idle-reset-by-anybody',
  title: 'events of any workspace keep a call alive',
  plant: onPlatform(
    at('platform.startIdleTimer', (start) => (platform, workspaceId, ceilingMs) => {
      const { onAny } = platform.broadcaster;
      const on = (_id: string, listener: Parameters<typeof onAny>[0]) => onAny(listener);
      return start({ ...platform, broadcaster: { ...platform.broadcaster, on } }, workspaceId, ceilingMs);
    }),
  ),
  kills: [{ cases: ['A.8-of-others'], reason: /^the call is over: false/ }],
};
