import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../../../corpus/faults/values.ts';

export const fractionsCut: Fault = {
  id: 'P-routes-fractions-cut',
  title: 'a number is cut behind the eighth digit of its fraction, and nothing else is touched',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(/(?<=[:,[])(-?\d+\.\d{8})\d+/g, '$1'))],
  },
  kills: [
    {
      cases: ['number-all-digits', 'number-long-fraction', 'poll-digits', 'v1-doubles'],
      reason: /^the platform sent params\.message\.metadata\..* = -?\d+\.\d{8}$/,
    },
  ],
};
