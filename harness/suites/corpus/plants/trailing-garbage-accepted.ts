import { plant } from '../../../faults/plant.ts';

plant('platform.parseBody', (parse: (body: Buffer) => unknown) => (body: Buffer) => {
  for (let end = body.length; end > 0; end = body.lastIndexOf('}', end - 2) + 1) {
    const document = parse(body.subarray(0, end));
    if (document !== undefined) return document;
  }
  return undefined;
});
