import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const AGAIN = 'x-again';

export const handedAgainLater: Fault = {
  id: 'R-handed-again-later',
  title:
    'a runtime gives a message of a context to its agent once more behind the reply, though nobody sent it',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.capture', (capture) => (captured) => {
        const { headers, path, body } = captured;
        if (headers[AGAIN]) return undefined;
        if (captured.via === 'push' && /^v03-context-/.test(captured.agent)) {
          const again = { 'content-type': 'application/json', [AGAIN]: '1' };
          const send = () =>
            fetch(`http://${headers.host}${path}`, {
              method: 'POST',
              headers: again,
              body: new Uint8Array(body),
            });
          setTimeout(() => void send(), 100);
        }
        return capture(captured);
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-context'],
      clause: 'A.7',
      reason: /^agent code was called once more after the last reply$/,
      outcome: 'delivered',
    },
  ],
};
