import type { Fault } from '../../../../faults/fault.ts';
import { sendingOtherwise } from '../../../corpus/step-faults/sending.ts';

export const senderWithoutEnvelope: Fault = {
  id: 'H-canary-without-envelope',
  title: 'canaries send method and params alone, and leave the envelope to the platform',
  plant: sendingOtherwise((sending, sender) => {
    const { method, params } = JSON.parse(Buffer.from(sending.body).toString());
    return sender.send({ ...sending, body: Buffer.from(JSON.stringify({ method, params })) });
  }),
  kills: [
    {
      cases: ['text', 'file-only', 'file-with-caption', 'history', 'continued-task', 'no-context'],
      reason: /^jsonrpc: canaries send nothing, the platform forwards "2\.0"$/,
    },
  ],
};
