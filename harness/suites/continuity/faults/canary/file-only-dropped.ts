import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileOnlyDropped: Fault = {
  id: 'M169',
  title: 'a message without text is dropped',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.answer',
        (answer) => async (desk, turn, signal) =>
          turn.text === ''
            ? { state: 'completed', text: 'Error: message contained no text content.' }
            : answer(desk, turn, signal),
      ),
    ],
  },
  kills: [
    {
      cases: ['file-only'],
      clause: 'J',
      reason: /^turn 1: the agent answered with a placeholder: "Error: message contained no text content\."$/,
    },
  ],
};
