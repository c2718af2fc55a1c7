import type { Fault } from '../../../faults/fault.ts';
import { at } from '../../../faults/plant.ts';
import type { CaseIdentity } from '../../../support/case.ts';
import { onPlatform } from '../../contract/faults/on-platform.ts';
import { editPage } from './edit-page.ts';

/** Cases of a session that lives for as long as its lease is renewed. */
const LIVES = (planned: CaseIdentity) => planned.id.includes('/I.5-life@');

/** Cases of a session that breaks off and is opened again, but for some. */
function except(...names: readonly string[]) {
  return ({ id }: CaseIdentity) =>
    /\/I\.5-((again|cut|desktop)@|lease-over$|keys$)/.test(id) && !names.some((name) => id.endsWith(name));
}

/** Every known regression of the client that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // Renewal.
  {
    id: 'M154',
    title: 'the client never renews its lease',
    plant: onPlatform(
      editPage('client.js', 'mine.renewal = setInterval(() => renew(mine), policy.renewEveryMs);', ''),
    ),
    kills: [
      { cases: ['I.5-life@300', 'I.5-life@600'], clause: 'I.5', reason: /^leases after 120 s: 1/ },
      { cases: ['I.5-renewal-fails'], clause: 'I.5', reason: /^what people are told: false/ },
    ],
  },
  {
    id: 'M164',
    title: 'the client renews its lease no sooner than it ends',
    plant: onPlatform(editPage('policy.js', 'renewEveryMs: 120_000', 'renewEveryMs: 300_000')),
    kills: [
      { cases: ['I.5-life@300'], clause: 'I.5', reason: /^leases after 120 s: 1/ },
      { cases: ['I.5-renewal-fails'], clause: 'I.5', reason: /^what people are told: false/ },
    ],
  },
  {
    id: 'M158',
    title: 'a renewal opens the session anew',
    plant: onPlatform(
      editPage(
        'client.js',
        "if (asked.is === 'granted') mine.lease = asked;\n    show(",
        "if (asked.is === 'granted') {\n mine.lease = asked;\n if (document.body.dataset.state === 'live') dial(mine);\n }\n    show(",
      ),
    ),
    kills: [
      {
        cases: LIVES,
        clause: 'I.5',
        reason: /^(sockets (at the desktop|of the page)|a later picture after \d+ s): /,
      },
    ],
  },
  {
    id: 'P-client-renewal-fails-silently',
    title: 'a renewal that fails is told to nobody',
    plant: onPlatform(
      editPage('client.js', "warning: asked.is === 'granted' ?", "warning: asked.is !== '' ?"),
    ),
    kills: [{ cases: ['I.5-renewal-fails'], clause: 'I.5', reason: /^what people are told: false/ }],
  },
  {
    id: 'P-client-own-clock',
    title: 'whether a lease is over is told by the clock of the browser',
    plant: onPlatform(
      editPage(
        'lease.js',
        "  const [path, token] = body.session_url.split('#token=');",
        "  if (Date.parse(body.expires_at) < Date.now()) return { is: 'refused', said: 'it is over', status };\n  const [path, token] = body.session_url.split('#token=');",
      ),
    ),
    kills: [{ cases: ['I.5-skewed'], clause: 'I.5', reason: /^the desktop is shown: false/ }],
  },
  {
    id: 'M160',
    title: 'the desktop is asked for the size of the window',
    plant: onPlatform(editPage('stream.js', 'rfb.resizeSession = false', 'rfb.resizeSession = true')),
    kills: [
      { cases: ['I.5-no-resize'], clause: 'I.5', reason: /^requests for another size: / },
      { cases: LIVES, clause: 'I.5', reason: /^requests for another size: / },
    ],
  },

  // Reconnect.
  {
    id: 'M153',
    title: 'a session that breaks off is not opened again',
    plant: onPlatform(
      editPage(
        'client.js',
        '        reconnect(mine);\n      },',
        "        giveUp(mine, { is: 'lost' });\n      },",
      ),
    ),
    kills: [
      { cases: except('again@blackhole'), clause: 'I.5', reason: /^the desktop is shown again: false/ },
      { cases: ['I.5-again@blackhole', 'I.5-taken-away'], clause: 'I.5', reason: /^it is noticed: false/ },
      { cases: ['I.5-backoff'], clause: 'I.5', reason: /^seconds before each attempt: \[\]/ },
    ],
  },
  {
    id: 'M155',
    title: 'a session is opened again with the token that it had, although a new lease was taken',
    plant: onPlatform(
      editPage('client.js', 'return reconnect(mine);\n      mine.lease = asked;', 'return reconnect(mine);'),
    ),
    kills: [{ cases: except(), clause: 'I.5', reason: /^the desktop is shown again: false/ }],
  },
  {
    id: 'M156',
    title: 'a session is opened again with the token that it had, which still opens it',
    plant: onPlatform(
      editPage(
        'client.js',
        'mine.waiting = setTimeout(async () => {\n      const asked = await acquire(mine.workspaceId);',
        'mine.waiting = setTimeout(async () => {\n      const asked = mine.lease;',
      ),
    ),
    kills: [
      {
        cases: except('again@blackhole', 'desktop@silent', 'lease-over'),
        clause: 'I.5',
        reason: /^another token than the first: false/,
      },
      { cases: ['I.5-lease-over'], clause: 'I.5', reason: /^the desktop is shown again: false/ },
      { cases: ['I.5-backoff'], clause: 'I.5', reason: /^seconds before each attempt: \[\]/ },
      { cases: ['I.5-taken-away'], clause: 'I.5', reason: /^it is told: false/ },
    ],
  },
  {
    id: 'P-client-trusts-novnc',
    title: 'whether a session broke off is asked of noVNC, which calls every end of a live one clean',
    plant: onPlatform(
      editPage(
        'stream.js',
        "socket.addEventListener('close', ({ code }) => end(code === 1000));",
        "rfb.addEventListener('disconnect', ({ detail }) => end(detail.clean));",
      ),
    ),
    kills: [
      {
        cases: except('again@blackhole', 'cut@banner', 'cut@handshake', 'garbage', 'silent', 'flood'),
        clause: 'I.5',
        reason: /^the desktop is shown again: false/,
      },
      { cases: ['I.5-backoff'], clause: 'I.5', reason: /^seconds before each attempt: \[\]/ },
      { cases: ['I.5-taken-away'], clause: 'I.5', reason: /^it is noticed: false/ },
    ],
  },
  {
    id: 'P-client-frozen-picture',
    title: 'a dead line is taken for a still picture, for ever',
    plant: onPlatform(
      editPage('stream.js', 'if (unanswered >= policy.mostUnanswered) return end(false);', ''),
    ),
    kills: [
      { cases: ['I.5-again@blackhole'], clause: 'I.5', reason: /^it is noticed: false/ },
      { cases: ['I.5-desktop@silent'], clause: 'I.5', reason: /^it is given up: false/ },
    ],
  },
  {
    id: 'P-client-keys-stay-down',
    title: 'a key that was down when the session broke off stays down',
    plant: onPlatform(editPage('client.js', '        keys.letGo(rfb);\n', '')),
    kills: [{ cases: ['I.5-keys'], clause: 'I.5', reason: /^keys that are down: \[97\]/ }],
  },
  {
    id: 'P-client-backoff-without-bound',
    title: 'the time between attempts doubles without a bound',
    plant: onPlatform(editPage('policy.js', 'Math.min(1000 * attempt, 5000)', '1000 * 2 ** (attempt - 1)')),
    kills: [{ cases: ['I.5-backoff'], clause: 'I.5', reason: /^seconds before each attempt: \[1,2,4/ }],
  },
  {
    id: 'P-client-never-gives-up',
    title: 'the client tries for ever',
    plant: onPlatform(editPage('policy.js', 'mostAttempts: 10', 'mostAttempts: 1000')),
    kills: [{ cases: ['I.5-backoff'], clause: 'I.5', reason: /^it is told: false/ }],
  },
  {
    id: 'M166',
    title: 'the desktop does not ping',
    plant: {
      kind: 'service',
      service: 'desktop',
      seams: [at('desktop.heartbeat', () => () => undefined)],
    },
    kills: [{ cases: ['I.5-heartbeat'], clause: 'I.5', reason: /^it stands: false/ }],
  },

  // Ends.
  {
    id: 'M157',
    title: 'control that was given back is taken again',
    plant: onPlatform(
      editPage(
        'client.js',
        '      const mine = current;\n      leave();\n      if (mine) await release',
        '      const mine = current;\n      if (mine) await release',
      ),
    ),
    kills: [{ cases: ['I.5-given-back'], clause: 'I.5', reason: /^(it is told|dials and leases): / }],
  },
  {
    id: 'M159',
    title: 'an answer for the workspace before is taken for the one that is wanted now',
    plant: onPlatform(
      editPage(
        'client.js',
        "    if (current !== mine) return;\n    if (asked.is !== 'granted') return giveUp",
        "    if (asked.is !== 'granted') return giveUp",
      ),
    ),
    kills: [{ cases: ['I.5-stale'], clause: 'I.5', reason: /^what is dialled: / }],
  },
  {
    id: 'P-client-fights-for-control',
    title: 'the client goes on trying although somebody else has control',
    plant: onPlatform(
      editPage('client.js', "      if (asked.is === 'held') return giveUp(mine, asked);\n", ''),
    ),
    kills: [{ cases: ['I.5-taken-away'], clause: 'I.5', reason: /^it is told: false/ }],
  },
];
