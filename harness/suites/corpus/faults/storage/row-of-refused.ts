import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Write = Seams['platform.writeActivity'];

let writeRow: Write | undefined;
/** The message is read right after the budget of its target, and nothing comes between. */
let latest: { readonly platform: Parameters<Write>[0]; readonly id: string } | undefined;

export const rowOfRefused: Fault = {
  id: 'P-row-of-refused',
  title: 'a message to a polling workspace that was refused for its form leaves a row all the same',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkBudget', (check) => async (platform, target) => {
        const refusal = await check(platform, target);
        latest = target.delivery_mode === 'poll' ? { platform, id: target.id } : undefined;
        return refusal;
      }),
      at('platform.writeActivity', (write) => {
        writeRow = write;
        return write;
      }),
      at('platform.normalise', (normalise) => (body, ...rest) => {
        const normalised = normalise(body, ...rest);
        if ('refused' in normalised && latest)
          void writeRow?.(latest.platform, rowOf(latest.id, body)).catch(() => undefined);
        return normalised;
      }),
    ],
  },
  kills: [{ cases: ['hg-neither-poll'], clause: 'A.5', reason: /^the activity has 1 rows of 0 messages$/ }],
};

function rowOf(id: string, body: Uint8Array): Parameters<Write>[1] {
  const requestBody = Buffer.from(body).toString();
  return {
    workspaceId: id,
    type: 'a2a_receive',
    targetId: id,
    method: 'message/send',
    requestBody,
    status: 'ok',
  };
}
