import { plant } from '../../../faults/plant.ts';
import type { Fields } from '../faults/request.ts';

const raw = new WeakMap<object, Buffer>();

plant(
  'platform.normalise',
  (normalise: (...given: [Buffer, ...unknown[]]) => Fields) =>
    (...given: [Buffer]) => {
      const normalised = normalise(...given);
      if (typeof normalised.payload === 'object' && normalised.payload) raw.set(normalised.payload, given[0]);
      return normalised;
    },
);

plant(
  'platform.pollShortCircuit',
  (queue: (call: Fields) => unknown) => (call: Fields) =>
    queue({ ...call, method: '', bytes: raw.get(call.payload as object) ?? call.bytes }),
);
