import { plant } from '../../../faults/plant.ts';
import { withTexts } from '../faults/request.ts';

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    marshal(withTexts(payload, (text) => text.trim())),
);
