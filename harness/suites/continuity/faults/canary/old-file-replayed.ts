import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const oldFileReplayed: Fault = {
  id: 'K-old-file-replayed',
  title: 'the files of earlier turns go along with every later one',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.prompt',
        (promptOf) => (session, now) =>
          promptOf(session, { ...now, files: [...session.flatMap(({ files }) => files), ...now.files] }),
      ),
    ],
  },
  kills: [
    { cases: ['old-attachment'], clause: 'J', reason: /^turn 2: the agent answered "Attached is notes-/ },
  ],
};
