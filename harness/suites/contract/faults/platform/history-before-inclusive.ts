import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyBeforeInclusive: Fault = {
  id: 'P-history-before-inclusive',
  title: 'a page ends with the message whose time was asked for, and not before it',
  plant: onPlatform(
    at('platform.historyRows', (rows) => (platform, workspaceId, limit, before) => {
      const later = before === undefined ? undefined : new Date(Date.parse(before) + 1).toISOString();
      return rows(platform, workspaceId, limit, later);
    }),
  ),
  kills: [{ cases: ['D-pages'], reason: /^the page before it: \["one","two"\]/ }],
};
