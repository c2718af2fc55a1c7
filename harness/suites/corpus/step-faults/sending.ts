import type { StepPlant } from '../../../faults/fault.ts';
import type { Sender, Sending, Sent } from '../../../wire/sender.ts';

/** Another way to send the messages of entries; whatever else a case sends goes as ever. */
export function sendingOtherwise(
  otherwise: (sending: Sending, sender: Sender) => Promise<Sent> | undefined,
): StepPlant {
  return {
    kind: 'step',
    send: (sender, hit) => ({
      send: (sending) => {
        const sent = sending.purpose === 'replay' ? otherwise(sending, sender) : undefined;
        if (sent) hit();
        return sent ?? sender.send(sending);
      },
    }),
  };
}
