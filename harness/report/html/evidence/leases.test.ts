import { expect, test } from 'vitest';
import { leasesIn } from './leases.ts';

const exchange = (act: string, status: number, reply: object, request?: object) =>
  JSON.stringify({
    request: {
      url: `http://127.0.0.1:1/workspaces/w1/display/control${act}`,
      ...(request && { body: { content: JSON.stringify(request) } }),
    },
    response: { status, body: { content: JSON.stringify(reply) } },
  });
const lease = (holder: string, minute: number) => ({
  controller: 'user',
  controlled_by: holder,
  expires_at: `2026-03-04T05:${minute}:00.000Z`,
});
const at = (minute: number) => Date.parse(`2026-03-04T05:${minute}:00.000Z`);

test('a lease lasts from its grant to its end, and whoever is refused or looks sees the same one', () => {
  const log = [
    '{"request":{"url":"http://127.0.0.1:1/workspaces"},"response":{"status":201}}',
    exchange('/acquire', 200, lease('ann', 20), { ttl_seconds: 60 }),
    exchange('/acquire', 409, { error: 'held', current: lease('ann', 20) }, {}),
    exchange('', 200, lease('ann', 20)),
    exchange('/release', 200, { controller: 'none' }),
    exchange('/acquire', 200, lease('bob', 30)),
  ].join('\n');
  const ofAnn = { desktop: 'w1', holder: 'ann', from: at(19), until: at(20) };
  expect(leasesIn(log)).toEqual([
    { ...ofAnn, did: 'acquire', status: 200, isGranted: true },
    { ...ofAnn, did: 'acquire', status: 409, isGranted: false },
    { ...ofAnn, did: 'look', status: 200, isGranted: false },
    { desktop: 'w1', did: 'release', status: 200, isGranted: false },
    {
      desktop: 'w1',
      did: 'acquire',
      status: 200,
      isGranted: true,
      holder: 'bob',
      from: at(25),
      until: at(30),
    },
  ]);
});

test('what is no exchange, or has no reply, is no step of a lease', () => {
  expect(leasesIn('/display/control\n{"request":{"url":"/workspaces/w/display/control"}}')).toEqual([]);
});
