import { plant } from '../../../faults/plant.ts';

interface Call {
  readonly bytes: Buffer;
}

plant(
  'platform.dispatch',
  (dispatch: (call: Call) => Promise<unknown>) => (call: Call) =>
    call.bytes.length > 500_000 ? new Promise(() => undefined) : dispatch(call),
);
