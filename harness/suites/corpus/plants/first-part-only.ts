import { plant } from '../../../faults/plant.ts';
import { withParts } from '../faults/request.ts';

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    marshal(withParts(payload, (parts) => parts.slice(0, 1))),
);
