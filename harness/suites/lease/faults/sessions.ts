import type { Fault } from '../../../faults/fault.ts';
import { at } from '../../../faults/plant.ts';
import { onPlatform } from '../../contract/faults/on-platform.ts';

const OPENED = /^the answer: "101 "/;

/** What goes wrong with tokens, and with what they open (I.4). */
export const OF_SESSIONS: readonly Fault[] = [
  {
    id: 'P-display-token-reused',
    title: 'two grants that end in the same second have the same token',
    plant: onPlatform(at('platform.displaySerial', () => () => 'same')),
    kills: [{ cases: ['I.4-tokens-differ'], clause: 'I.4', reason: /^different tokens: 1/ }],
  },
  {
    id: 'P-display-token-unsigned',
    title: 'a token is believed by what it says, whoever has signed it',
    plant: onPlatform(
      at('platform.checkDisplayToken', (check) => (secret, workspaceId, lease, token) => {
        const payload = [
          workspaceId.toLowerCase(),
          lease.controlled_by,
          lease.expires_second,
          lease.serial,
        ].join('|');
        const said = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
        return said === payload || check(secret, workspaceId, lease, token);
      }),
    ),
    kills: [
      { cases: ['I.4-refused@wrong-signature', 'I.4-refused@three-parts'], clause: 'I.4', reason: OPENED },
      { cases: ['I.4-refused@payload-alone'], clause: 'I.4', reason: OPENED },
    ],
  },
  {
    id: 'P-display-token-of-any-lease',
    title: 'every token that we once signed opens the session of the lease that holds now',
    plant: onPlatform(
      at('platform.checkDisplayToken', () => (_secret, _workspaceId, _lease, token) => {
        return /^[\w-]{40,}\.[\w-]{43}$/.test(token) && !token.endsWith('A'.repeat(43));
      }),
    ),
    kills: [
      {
        cases: ['I.4-refused@older-token', 'I.4-refused@other-holder', 'I.4-refused@other-workspace'],
        ...{ clause: 'I.4', reason: OPENED },
      },
    ],
  },
  {
    id: 'P-display-token-in-query',
    title: 'a token is taken from the query as well',
    plant: onPlatform(
      at('platform.offeredDisplayToken', (read) => (subprotocols, url) => {
        return read(subprotocols, url) || (new URL(url, 'http://x').searchParams.get('token') ?? '');
      }),
    ),
    kills: [{ cases: ['I.4-refused@in-query'], clause: 'I.4', reason: OPENED }],
  },
  {
    id: 'P-display-token-last',
    title: 'of several tokens the last decides',
    plant: onPlatform(
      at('platform.offeredDisplayToken', (read) => (subprotocols, url) => {
        return read(subprotocols.split(',').toReversed().join(','), url);
      }),
    ),
    kills: [
      { cases: ['I.4-refused@older-token-first'], clause: 'I.4', reason: OPENED },
      { cases: ['I.4-first-decides'], clause: 'I.4', reason: /^the fresh one first: / },
    ],
  },
  {
    id: 'P-display-tells-who',
    title: 'the desktop is handed the cookie and the bearer of who dials',
    plant: onPlatform(
      at('platform.displayUpstreamHeaders', (headersFor) => (request) => {
        const { authorization, cookie } = request.headers;
        return { ...headersFor(request), ...(authorization && { authorization }), ...(cookie && { cookie }) };
      }),
    ),
    kills: [{ cases: ['I.4-handed-on'], clause: 'I.4', reason: /^who it is: / }],
  },
  {
    id: 'P-display-hands-on-token',
    title: 'the desktop is offered the subprotocols of the client, its token among them',
    plant: onPlatform(
      at('platform.displayUpstreamHeaders', (headersFor) => (request) => {
        const offered = request.headers['sec-websocket-protocol'];
        return { ...headersFor(request), ...(offered && { 'sec-websocket-protocol': offered }) };
      }),
    ),
    kills: [{ cases: ['I.4-handed-on'], clause: 'I.4', reason: /^its subprotocol: / }],
  },
  {
    id: 'P-display-outlives-lease',
    title: 'a session goes on when its lease is over, as upstream’s does',
    plant: onPlatform(at('platform.displaySessionEnd', () => async () => 9e12)),
    kills: [
      { cases: ['I.4-ends-at-expiry', 'I.4-ends-at-release'], clause: 'I.4', reason: /^how it ends: / },
      { cases: ['I.4-one-watcher'], clause: 'I.4', reason: /^how the first ends: / },
    ],
  },
  {
    id: 'P-display-ends-at-renewal',
    title: 'a session ends at the end that its lease had when it was dialled, renewed or not',
    plant: onPlatform(
      at('platform.displaySessionEnd', (endOf) => {
        const first = new Map<string, number>();
        return async (platform, workspaceId, holder) => {
          const key = `${workspaceId} ${holder}`;
          const end = first.get(key) ?? (await endOf(platform, workspaceId, holder));
          if (end !== undefined) first.set(key, end);
          return end !== undefined && end > platform.clock.nowMs() ? end : undefined;
        };
      }),
    ),
    kills: [
      { cases: ['I.4-renewed'], clause: 'I.4', reason: /^it still stands: false/ },
      { cases: ['I.4-ends-at-release'], clause: 'I.4', reason: /^how it ends: / },
    ],
  },
  {
    id: 'P-display-token-first',
    title: 'the token is looked at before the desktop',
    plant: onPlatform(
      at('platform.admitDisplaySession', (admit) => async (...given) => {
        const outcome = await admit(...given);
        if (!('refused' in outcome)) return outcome;
        return { refused: { status: 403, body: { error: 'display control required' } } };
      }),
    ),
    kills: [{ cases: ['I.4-order'], clause: 'I.4', reason: /^no desktop: \{"status":403/ }],
  },
  {
    id: 'P-display-any-token',
    title: 'any token opens the session of a lease that somebody has, and none does too',
    plant: onPlatform(at('platform.checkDisplayToken', () => () => true)),
    kills: [
      {
        cases: [
          ...[
            'no-subprotocol',
            'binary-alone',
            'no-token',
            'wrong-signature',
            'wrong-payload',
            'three-parts',
          ],
          ...[
            'payload-alone',
            'other-workspace',
            'older-token',
            'older-token-first',
            'in-query',
            'other-holder',
          ],
        ].map((name) => `I.4-refused@${name}`),
        // Without an offer the client gives up by itself when the server chooses a subprotocol.
        ...{ clause: 'I.4', reason: /^the answer: "(101 "|0 )/ },
      },
    ],
  },
  {
    id: 'P-display-no-token',
    title: 'no token opens a session, not even that of the lease that holds',
    plant: onPlatform(at('platform.checkDisplayToken', () => () => false)),
    kills: [
      { cases: ['I.4-opens'], clause: 'I.4', reason: /^dialled by admin: / },
      { cases: ['I.4-first-decides'], clause: 'I.4', reason: /^the fresh one first: / },
      { cases: ['I.4-handed-on'], clause: 'I.4', reason: /^the banner comes: false/ },
      { cases: ['I.4-desktop-refuses'], clause: 'I.4', reason: /^the answer: .*"status":403/ },
      {
        cases: ['I.4-renewed', 'I.4-ends-at-expiry', 'I.4-ends-at-release', 'I.4-one-watcher'],
        ...{ clause: 'I.4', reason: /^the session opens: "refused"/ },
      },
    ],
  },
  {
    id: 'P-display-open-to-strangers',
    title: 'a token alone opens a session, whoever dials, and from whichever page',
    plant: onPlatform(
      at('platform.authorizeAdmin', (authorize) => async (platform, request) => {
        return request.url.includes('/display/session/') ? undefined : authorize(platform, request);
      }),
    ),
    kills: [
      { cases: ['I.4-strangers'], clause: '0.2', reason: /^a stranger: \{"status":101/ },
      { cases: ['I.2-unknown'], clause: '0.2', reason: /^a stranger at display\/session/ },
    ],
  },
];
