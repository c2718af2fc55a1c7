import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const replayIgnored: Fault = {
  id: 'P-tenant-replay-ignored',
  title: 'the state of a replayed request does not count',
  plant: onPlatform(
    at('platform.checkTenant', (check) => (platform, request) => {
      const { 'fly-replay-src': _replayed, ...headers } = request.headers;
      return check(platform, Object.create(request, { headers: { value: headers } }));
    }),
  ),
  kills: [{ cases: ['0.2-tenant@by-replay'], reason: /^the platform answers: 400/ }],
};
