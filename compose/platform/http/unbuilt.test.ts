import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';

const platforms = inBothRevisions();

test.each([
  ['GET', '/workspaces/a1/memories', 501, 501],
  ['POST', '/templates/import', 501, 501],
  ['POST', '/workspaces/a1/expand', 501, 404],
  ['GET', '/admin/delegations', 404, 501],
  ['GET', '/nowhere', 404, 404],
] as const)('%s %s is %s in R1 and %s in R3', async (method, path, ofFirst, ofLatest) => {
  const answers = [await platforms.first.call(method, path), await platforms.latest.call(method, path)];
  expect(answers.map(({ status }) => status)).toEqual([ofFirst, ofLatest]);
  for (const { status, json } of answers) {
    if (status !== 501) continue;
    expect(json).toMatchObject({ code: 'NOT_BUILT', error: expect.stringContaining(`${method} `) });
  }
});

test('every reply tells a browser how careful it has to be', async () => {
  for (const path of ['/health', '/workspaces/x', '/nowhere'])
    expect((await platforms.latest.call('GET', path)).headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
      'content-security-policy': expect.any(String),
      'strict-transport-security': expect.any(String),
      'permissions-policy': expect.any(String),
    });
});
