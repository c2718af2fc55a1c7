import { describe, expect, test } from 'vitest';
import { type JsonObject, parseJson } from '../json.ts';
import { rulesOf } from '../rules.ts';
import { idempotencyKey, timeToLiveSeconds } from './queue.ts';

const payload = (text: string) => parseJson(Buffer.from(text)) as JsonObject;
const expiring = (value: string) => payload(`{"params":{"expires_in_seconds":${value}}}`);

describe('time to live (B)', () => {
  test.each(['60', '60.0', '6e1'])('%s is a minute', (value) => {
    for (const revision of ['R1', 'R3'] as const)
      expect(timeToLiveSeconds(expiring(value), rulesOf(revision))).toBe(60);
  });

  test('a fraction is none in R1 and cut in R3', () => {
    expect(timeToLiveSeconds(expiring('1.5'), rulesOf('R1'))).toBeUndefined();
    expect(timeToLiveSeconds(expiring('1.5'), rulesOf('R3'))).toBe(1);
    expect(timeToLiveSeconds(expiring('0.5'), rulesOf('R3'))).toBeUndefined();
  });

  test.each(['0', '-1', '"60"', 'null', 'true', '[60]', '1e400'])('%s is none', (value) => {
    for (const revision of ['R1', 'R3'] as const)
      expect(timeToLiveSeconds(expiring(value), rulesOf(revision))).toBeUndefined();
  });

  test.each(['{}', '{"params":null}', '{"params":[]}'])('%s has none', (text) => {
    expect(timeToLiveSeconds(payload(text), rulesOf('R3'))).toBeUndefined();
  });
});

test.each([
  ['{"params":{"message":{"messageId":"m"}}}', 'm'],
  ['{"params":{"message":{"messageId":""}}}', undefined],
  ['{"params":{"message":{"messageId":null}}}', undefined],
  ['{"params":{}}', undefined],
])('the idempotency key of %s is %s (B)', (text, key) => {
  expect(idempotencyKey(payload(text))).toBe(key);
});
