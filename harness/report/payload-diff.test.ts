import { expect, test } from 'vitest';
import { payloadDiff } from './payload-diff.ts';

test('a lost text stands there as a removed line', () => {
  const sent = '{"message":{"content":"hello","parts":[]}}';
  const forwarded = '{"message":{"parts":[]}}';
  const diff = payloadDiff([
    { name: 'sent', text: sent },
    { name: 'forwarded', text: forwarded },
  ]);
  expect(diff).toContain('sent → forwarded');
  expect(diff).toContain('\n-    "content": "hello",');
});

test('white space alone is no change', () => {
  const diff = payloadDiff([
    { name: 'sent', text: '{"a": [1, 2], "b": "x , y"}' },
    { name: 'received', text: '{"a":[1,2],"b":"x , y"}' },
  ]);
  expect(diff).toBe('sent → received: unchanged');
});

test('a big integer that lost digits is seen', () => {
  const diff = payloadDiff([
    { name: 'sent', text: '{"n":12345678901234567890}' },
    { name: 'received', text: '{"n":12345678901234567000}' },
  ]);
  expect(diff).toContain('-  "n": 12345678901234567890');
  expect(diff).toContain('+  "n": 12345678901234567000');
});

test('what never arrived is said, and what was sent is shown', () => {
  const diff = payloadDiff([
    { name: 'sent', text: '{"a":1}' },
    { name: 'forwarded', text: '{"a":1}' },
    { name: 'received' },
  ]);
  expect(diff).toBe(
    [
      'sent → forwarded: unchanged',
      'forwarded → received: nothing was received',
      '-{',
      '-  "a": 1',
      '-}',
    ].join('\n'),
  );
});

test('bytes that are no JSON are compared as text', () => {
  const diff = payloadDiff([
    { name: 'sent', text: '{"a":' },
    { name: 'received', text: '{"a"' },
  ]);
  expect(diff).toContain('-{"a":');
});

test('empty objects and arrays stay on their line', () => {
  const diff = payloadDiff([{ name: 'sent', text: '{"a":{},"b":[ ]}' }, { name: 'received' }]);
  expect(diff).toContain('-  "a": {},\n-  "b": []');
});
