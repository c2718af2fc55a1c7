import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const agentIdsOtherwise: Neutral = {
  id: 'N-agent-ids-otherwise',
  title: 'the ids that agents give to messages, tasks and contexts are no UUIDs',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.reply', (reply) => {
        giveOtherIds();
        return reply;
      }),
    ],
  },
};

/** The SDKs take their ids from Node, by its module or its global; from here on both give ULIDs. */
function giveOtherIds(): void {
  Object.assign(crypto, { randomUUID: ulid });
  syncBuiltinESMExports();
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: ulid });
}

function ulid(): string {
  const time = Array.from({ length: 10 }, (_, place) => Math.floor(Date.now() / 32 ** (9 - place)) % 32);
  const random = [...crypto.randomBytes(16)].map((byte) => byte % 32);
  return [...time, ...random].map((digit) => ALPHABET[digit]).join('');
}
