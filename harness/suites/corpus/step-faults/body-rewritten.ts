import type { Fault } from '../../../faults/fault.ts';
import { sendingOtherwise } from './sending.ts';

/** What a client does that takes documents and not bytes: numbers, escapes and names that stand twice are its own then. */
export const bodyRewritten: Fault = {
  id: 'H-body-rewritten',
  title: 'the harness parses the payload of an entry and sends what it makes of it',
  plant: sendingOtherwise((sending, sender) => {
    const text = Buffer.from(sending.body).toString();
    const rewritten = rewrite(text);
    return rewritten === undefined || rewritten === text
      ? undefined
      : sender.send({ ...sending, body: Buffer.from(rewritten) });
  }),
  kills: [
    {
      cases: [
        'big-int',
        'big-int-direct',
        'id-beyond-double',
        'id-thirty-digits',
        'number-below-range',
        'number-beyond-range',
        'number-long-fraction',
        'number-minus-zero',
        'number-thirty-digits',
        'poll-digits',
      ],
      reason: /(id|order|value|fraction) = (9007199254740992|1e\+29|0|null|0\.1|1\.2345678901234568e\+29)$/,
      outcome: 'delivered-altered',
    },
  ],
};

function rewrite(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}
