import { plant } from '../plant.ts';
import { withParts } from '../request.ts';

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    marshal(withParts(payload, (parts) => [...parts].reverse())),
);
