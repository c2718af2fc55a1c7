import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const lenientJson: Fault = {
  id: 'P-lenient-json',
  title: 'JSON is read with the leniency of a browser console',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBody', (parse) => (body) => {
        const document = parse(body);
        return document === undefined ? parse(Buffer.from(tidied(Buffer.from(body).toString()))) : document;
      }),
    ],
  },
  kills: [
    {
      cases: ['raw-nan'],
      clause: 'A.4',
      reason: /^it arrived at the runtime once$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['raw-single-quotes', 'raw-trailing-comma'],
      clause: 'A.4',
      reason: /^it arrived at the runtime once$/,
      outcome: 'delivered-altered',
    },
  ],
};

function tidied(text: string): string {
  return text
    .replace(/\/\*.*?\*\/|\s\/\/[^\n]*/gs, '')
    .replace(/,(\s*[}\]])/g, '$1')
    .replace(/\b(NaN|-?Infinity)\b/g, 'null')
    .replace(/'/g, '"');
}
