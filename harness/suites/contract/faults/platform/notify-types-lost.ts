import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyTypesLost: Fault = {
  id: 'M041',
  title: 'the type of each attachment is that of bytes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => (platform, id, body) => {
        const { attachments } = Object(body);
        const bytes = (each: object) => ({ ...each, mimeType: 'application/octet-stream' });
        const isList = Array.isArray(attachments) && attachments.every((each) => Object(each) === each);
        return notify(platform, id, isList ? { ...body, attachments: attachments.map(bytes) } : body);
      }),
    ],
  },
  kills: [{ cases: ['C.3-attachments'], reason: /^(what is told|its row): / }],
};
