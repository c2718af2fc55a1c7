import { plant } from '../../../faults/plant.ts';

plant('platform.parseBody', (parse: (body: Buffer) => unknown) => (body: Buffer) => {
  const document = parse(body);
  return typeof document === 'object' ? document : null;
});
