import { randomUUID } from 'node:crypto';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const platformIdsOtherwise: Neutral = {
  id: 'N-platform-ids-otherwise',
  title: 'the platform gives UUIDs by time to workspaces, and in capitals to messages and requests',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.createWorkspace',
        (create) => (platform, body, base) => create({ ...platform, newId: uuidByTime }, body, base),
      ),
      at(
        'platform.normalise',
        (normalise) => (body, revision, newId) => normalise(body, revision, () => newId().toUpperCase()),
      ),
    ],
  },
};

/** Version 7: the milliseconds since 1970 come first. */
function uuidByTime(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
