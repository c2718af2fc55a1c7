import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileBesideTextLost: Fault = {
  id: 'M170',
  title: 'of a message with text and file the file is lost',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.filesIn',
        (filesIn) => (parts) => (parts.some(({ kind }) => kind === 'text') ? [] : filesIn(parts)),
      ),
    ],
  },
  kills: [{ cases: ['file-with-caption', 'old-attachment'], clause: 'J', reason: /"I have seen no file\."/ }],
};
