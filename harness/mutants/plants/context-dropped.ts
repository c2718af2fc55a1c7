import { plant } from '../plant.ts';
import { withMessage } from '../request.ts';

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    marshal(withMessage(payload, ({ contextId: _dropped, ...rest }) => rest)),
);
