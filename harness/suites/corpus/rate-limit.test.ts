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

test.each([
  ['register', { registration: { status: 429, body: null } }],
  ['heartbeat', { registration: { status: 200, body: null }, heartbeat: { status: 429, body: null } }],
])('an agent that a rate limit keeps from coming back says nothing either: %s', (what, answers) => {
  const coming = { as: 'push', arrivals: [], handed: [], exchange: read(answers) } as const;
  const quiet = { arrivals: [], handed: [] };
  const limited = new RegExp(`^The subject limits the rate: POST /registry/${what} was answered with 429`);
  expect(whyRateLimited(recordOf({}, { returned: { early: quiet, comings: [coming] } }))).toMatch(limited);
  const early = { ...quiet, exchange: read(answers) };
  expect(whyRateLimited(recordOf({}, { returned: { early, comings: [] } }))).toMatch(limited);
});
