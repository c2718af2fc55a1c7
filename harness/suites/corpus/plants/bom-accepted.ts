import { plant } from '../../../faults/plant.ts';

plant('platform.parseBody', (parse: (body: Buffer) => unknown) => (body: Buffer) => {
  const hasMark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  return parse(hasMark ? body.subarray(3) : body);
});
