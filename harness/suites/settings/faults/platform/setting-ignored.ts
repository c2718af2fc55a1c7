import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const settingIgnored: Fault = {
  id: 'P-idle-setting-ignored',
  title: 'the idle time is one minute, whatever is set',
  plant: onPlatform(at('platform.parseIdleTimeout', () => () => ({ timeoutMs: 60_000 }))),
  kills: [
    {
      cases: ['empty', 'long', 'zero', 'negative', 'word', 'fraction', 'unit'].map(
        (row) => `A.8-setting@${row}`,
      ),
      reason: /^answered 2 s before .*: true/,
    },
    { cases: ['A.8-setting@valid'], reason: /^the call is over: false/ },
  ],
};
