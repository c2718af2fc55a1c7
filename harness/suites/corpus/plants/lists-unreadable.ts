import { plant } from '../../../faults/plant.ts';

const BROKEN = '{';

plant('runtime.forward', () => (body: Buffer) => {
  const isList = body.toString('latin1').trimStart().startsWith('[');
  return isList ? Buffer.from(BROKEN.padEnd(body.length)) : body;
});
