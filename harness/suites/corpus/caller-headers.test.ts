import { expect, test } from 'vitest';
import { callerHeaders } from './caller-headers.ts';

const CALLER = { id: 'c1', bearer: 'of-the-caller' };
const TARGET = { id: 't1', bearer: 'of-the-target' };
const BEARING = { authorization: 'Bearer of-the-caller' };

test.each([
  ['header', { 'x-workspace-id': 'c1' }],
  ['bearer', BEARING],
  ['both', { 'x-workspace-id': 'c1', ...BEARING }],
  ['borrowed', { 'x-workspace-id': 'c1', authorization: 'Bearer of-the-target' }],
] as const)('a caller that says who it is by %s sends these headers', (how, headers) => {
  expect(callerHeaders(how, CALLER, TARGET)).toEqual(headers);
});
