import { plant } from '../../../faults/plant.ts';

const NUMBER = /(?<=[:[,])-?\d[\d.eE+-]*(?=[,}\]])/g;

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) =>
    Buffer.from(marshal(payload).toString().replace(NUMBER, rounded)),
);

/** To the precision of a 32-bit float. */
function rounded(digits: string): string {
  return String(Math.fround(Number(digits)));
}
