import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { parseBytes } from '../../../../wire/document/parse.ts';
import { writeDocument } from '../../../../wire/document/write.ts';

export const forwardedSpaced: Neutral = {
  id: 'N-routes-forwarded-spaced',
  title: 'the platform forwards its documents with white space, and their members in another order',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.forwardBody', (marshal) => (request) => spaced(marshal(request)))],
  },
};

function spaced(body: Buffer): Buffer {
  const document = parseBytes(body);
  return document === undefined
    ? body
    : Buffer.from(writeDocument(document, { spaced: true, reversed: true }));
}
