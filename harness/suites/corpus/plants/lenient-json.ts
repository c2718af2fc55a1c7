import { plant } from '../../../faults/plant.ts';

plant('platform.parseBody', (parse: (body: Buffer) => unknown) => (body: Buffer) => {
  const document = parse(body);
  return document === undefined ? parse(Buffer.from(tidied(body.toString()))) : document;
});

function tidied(text: string): string {
  return text
    .replace(/\/\*.*?\*\/|\s\/\/[^\n]*/gs, '')
    .replace(/,(\s*[}\]])/g, '$1')
    .replace(/\b(NaN|-?Infinity)\b/g, 'null')
    .replace(/'/g, '"');
}
