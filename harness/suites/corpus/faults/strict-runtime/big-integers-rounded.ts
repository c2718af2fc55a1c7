import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const BIG_INTEGER = /(?<=[:,[]\s*)-?\d{16,}(?=\s*[,}\]])/g;

export const bigIntegersRounded: Fault = {
  id: 'R-big-integers-rounded',
  title: 'big integers are rounded before they are noted',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [
      at('runtime.capture', () => (captured) => {
        const text = captured.body.toString('latin1');
        const rounded = text.replace(BIG_INTEGER, (digits) => String(Number(digits)));
        return { ...captured, body: rounded === text ? captured.body : Buffer.from(rounded, 'latin1') };
      }),
    ],
  },
  kills: [
    {
      cases: ['big-int-direct'],
      clause: 'RFC 8259 §6',
      reason: /^params\.message\..* = \d/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['big-int', 'number-thirty-digits'],
      clause: 'A.4',
      reason: /^params\.message\..* = \d/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-digits'],
      clause: 'A.5',
      reason: /^params\.message\..* = \d/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['id-beyond-double', 'id-thirty-digits'],
      clause: 'A.7',
      reason: /^the id of the reply is \d+$/,
      outcome: 'delivered-altered',
    },
  ],
};
