import { plant } from '../../../faults/plant.ts';
import { withMessage } from '../faults/request.ts';

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    marshal(withMessage(payload, ({ metadata: _dropped, ...rest }) => rest)),
);
