import { plant } from '../../../faults/plant.ts';

plant(
  'platform.parseBody',
  (parse: (body: Buffer) => unknown) => (body: Buffer) => (body.length > 60_000 ? undefined : parse(body)),
);
