import { plant } from '../../../faults/plant.ts';
import { type Fields, fieldsOf } from '../faults/request.ts';

plant('platform.typeToKind', (rename: (message: Fields) => Fields) => (message: Fields) => {
  const { parts, ...rest } = rename(message);
  return Array.isArray(parts) ? { ...rest, parts: parts.map(repaired) } : message;
});

function repaired(part: unknown): unknown {
  const { text, data, file, ...rest } = fieldsOf(part);
  if (text !== undefined) return { ...rest, kind: 'text', text: String(text) };
  if (file !== undefined) return { ...rest, kind: 'file', file: repairedFile(fieldsOf(file)) };
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  return data === undefined || isObject ? part : { ...rest, kind: 'data', data: {} };
}

function repairedFile(file: Fields): Fields {
  const isUsable = file.uri !== undefined || file.bytes !== undefined;
  return isUsable ? file : { ...file, uri: 'https://example.com/repaired' };
}
