import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { sentWith } from '../sent-with.ts';

/** What a client of the platform says for itself. */
const OF_THE_CLIENT = /^(?:accept-encoding|connection|content-.*|host|transfer-encoding|user-agent)$/;
const REMEMBERED = 1_000;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The headers of the requests that came last, by their ids. */
const came = new Map<string, Headers>();

function remember(id: string, headers: Headers): void {
  came.set(id, headers);
  const [oldest] = came.keys();
  if (came.size > REMEMBERED && oldest !== undefined) came.delete(oldest);
}

export const senderHeadersPassedOn: Fault = {
  id: 'P-sender-headers-passed-on',
  title: 'the agent gets the headers of whoever speaks to it, as a proxy hands them on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.applyCors', (apply) => (config, request, reply) => {
        remember(request.id, { ...request.headers });
        return apply(config, request, reply);
      }),
      at('platform.dispatch', () => async (call) => {
        const { bindings } = call.log as unknown as { bindings(): { requestId: string } };
        const given = Object.entries(came.get(bindings.call(call.log).requestId) ?? {});
        const passed = given
          .filter(([name]) => !OF_THE_CLIENT.test(name))
          .map(([name, value]) => [name, `${value}`]);
        const headers = { ...Object.fromEntries(passed), 'content-type': 'application/json' };
        return sentWith(call, headers);
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-stream-platform', 'v03-stream-platform-long', 'hg-stream-content'],
      clause: 'A.7',
      reason: /^the header accept of the caller reached the agent$/,
      outcome: 'delivered',
    },
    {
      cases: ['v03-caller-both', 'v03-caller-bearer'],
      clause: 'A.7',
      reason: /^the header authorization of the caller reached the agent$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-in-flight-caller'],
      clause: 'A.7',
      reason: /^the header authorization of the caller reached the agent$/,
    },
  ],
};
