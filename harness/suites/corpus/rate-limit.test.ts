import { expect, test } from 'vitest';
import { whyRateLimited } from './rate-limit.ts';
import { aftermathOf, read } from './test-support/aftermaths.ts';
import { recordOf } from './test-support/records.ts';

test('a log that a rate limit keeps from being read says nothing about the subject', () => {
  const limited = { ...read({ error: 'slow down' }, 429) };
  const url = 'http://127.0.0.1:1/workspaces/a1/activity';
  const activity = { ...limited, request: { ...limited.request, method: 'GET', url } };
  expect(whyRateLimited(recordOf({}, { after: aftermathOf({ activity }) }))).toMatch(
    /^The subject limits the rate: GET \/workspaces\/a1\/activity was answered with 429/,
  );
  expect(whyRateLimited(recordOf({}, { after: aftermathOf({ activity: read([]) }) }))).toBeUndefined();
});
