import type { Fault } from '../../../../faults/fault.ts';
import { sendingOtherwise } from '../../../corpus/step-faults/sending.ts';

export const senderDrifts: Fault = {
  id: 'M173',
  title: 'canaries send parts that are told apart by `type`, which the platform would have put right',
  plant: sendingOtherwise((sending, sender) => {
    const text = Buffer.from(sending.body).toString();
    const drifted = text
      .replaceAll('{"kind":"text"', '{"type":"text"')
      .replaceAll('{"kind":"file"', '{"type":"file"');
    return sender.send({ ...sending, body: Buffer.from(drifted) });
  }),
  kills: [
    {
      cases: ['text', 'file-only', 'file-with-caption', 'history', 'continued-task', 'no-context'],
      reason:
        /^params\.message\.parts\[0\]\.kind: canaries send nothing, the platform forwards "(text|file)"$/,
    },
  ],
};
