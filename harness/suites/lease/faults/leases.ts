import type { Fault } from '../../../faults/fault.ts';
import { at } from '../../../faults/plant.ts';
import { onPlatform } from '../../contract/faults/on-platform.ts';

/** What goes wrong with who has a lease, and for how long (I.3). */
export const OF_LEASES: readonly Fault[] = [
  {
    id: 'M161',
    title: 'the holder of a lease is refused when it extends it',
    plant: onPlatform(at('platform.displayMayTake', () => () => 'held.expires_at <= clock_timestamp()')),
    kills: [
      { cases: ['I.3-extended'], clause: 'I.3', reason: /^renewal 1: 409 / },
      { cases: ['I.3-never-shortened'], clause: 'I.3', reason: /^it is granted again: 409 / },
      { cases: ['I.4-renewed'], clause: 'I.3', reason: /^a renewal: 409 / },
      { cases: ['I.4-tokens-differ'], clause: 'I.4', reason: /^different tokens: 1/ },
      { cases: ['I.4-first-decides'], clause: 'I.4', reason: /^the fresh one first: .*"status":403/ },
      {
        cases: ['I.4-refused@older-token', 'I.4-refused@older-token-first'],
        ...{ clause: 'I.4', reason: /^the answer: "101 "/ },
      },
    ],
  },
  {
    id: 'M162',
    title: 'the lease of another holder is overwritten while it lasts',
    plant: onPlatform(at('platform.displayMayTake', () => () => 'true')),
    kills: [
      { cases: ['I.3-kept'], clause: 'I.3', reason: /^another holder: 200 / },
      { cases: ['I.3-after-expiry'], clause: 'I.3', reason: /^before its end: 200 / },
      { cases: ['I.3-never-two'], clause: 'I.3', reason: /at the same time|is told to be that of/ },
    ],
  },
  {
    id: 'M163',
    title: 'a lease that is over keeps others out',
    plant: onPlatform(
      at('platform.displayMayTake', () => () => 'held.controlled_by = excluded.controlled_by'),
    ),
    kills: [
      { cases: ['I.3-after-expiry'], clause: 'I.3', reason: /^the next holder: 409 / },
      { cases: ['I.4-one-watcher'], clause: 'I.3', reason: /^the lease: 409 / },
    ],
  },
  {
    id: 'M165',
    title: 'a renewal leaves the end of the lease where it was',
    plant: onPlatform(at('platform.displayExtendedExpiry', () => () => 'held.expires_at')),
    kills: [{ cases: ['I.3-extended'], clause: 'I.3', reason: /^it lasts: "(17|18)\d\.\d s"/ }],
  },
  {
    id: 'P-lease-shortened',
    title: 'a renewal for a shorter time brings the end of the lease forward',
    plant: onPlatform(at('platform.displayExtendedExpiry', () => () => 'excluded.expires_at')),
    kills: [
      { cases: ['I.3-never-shortened'], clause: 'I.3', reason: /^the end: / },
      { cases: ['I.3-never-two'], clause: 'I.3', reason: /which then ends earlier|at the same time/ },
    ],
  },
  {
    id: 'P-lease-looked-up-then-taken',
    title: 'whether a lease is free is looked up first and taken afterwards, so that two can have it',
    plant: onPlatform(
      at('platform.displayMayTake', () => () => 'true'),
      at('platform.takeLease', (take) => async (platform, workspaceId, holder, ttl) => {
        const [held] = await platform.database.query<{ controlled_by: string }>(
          '',
          `SELECT controlled_by FROM workspace_display_control_locks
            WHERE workspace_id = $1 AND expires_at > clock_timestamp()`,
          [workspaceId],
        );
        if (held && held.controlled_by !== holder) return undefined;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return take(platform, workspaceId, holder, ttl);
      }),
    ),
    kills: [{ cases: ['I.3-never-two'], clause: 'I.3', reason: /at the same time|is told to be that of/ }],
  },
  {
    id: 'P-lease-over-still-shown',
    title: 'a lease that is over is still shown as held',
    plant: onPlatform(
      at('platform.currentLease', (find) => async (platform, workspaceId) => {
        const [lease] = await platform.database.query(
          '',
          `SELECT controller, controlled_by, expires_at, serial,
             floor(extract(epoch FROM expires_at))::bigint AS expires_second
             FROM workspace_display_control_locks WHERE workspace_id = $1`,
          [workspaceId],
        );
        return (lease as Awaited<ReturnType<typeof find>>) ?? find(platform, workspaceId);
      }),
    ),
    kills: [
      {
        cases: ['I.3-after-expiry'],
        clause: 'I.3',
        reason: /^nobody has it after its end: 200 \{"controlled_by"/,
      },
      { cases: ['I.4-refused@expired'], clause: 'I.4', reason: /^the answer: "101 "/ },
      { cases: ['I.4-ends-at-expiry'], clause: 'I.4', reason: /^how it ends: / },
    ],
  },
  {
    id: 'P-lease-any-number',
    title: 'a time that is no whole number is rounded, and a text read as a number',
    plant: onPlatform(at('platform.displayTtl', () => (ttl) => Math.round(Number(String(ttl))) || 300)),
    kills: [{ cases: ['I.3-refused@ttl-text'], clause: 'I.3', reason: /^it is refused: 200 / }],
  },
  {
    id: 'P-lease-usual-ttl-60',
    title: 'a lease that is not asked for any time lasts a minute',
    plant: onPlatform(at('platform.displayTtl', (read) => (ttl) => (ttl === null ? 60 : read(ttl)))),
    kills: [
      {
        cases: ['I.3-lasts@empty', 'I.3-lasts@no-body', 'I.3-lasts@ttl-null', 'I.3-lasts@null'],
        clause: 'I.3',
        reason: /^it lasts: "(59|60)\.\d s"/,
      },
    ],
  },
  {
    id: 'P-lease-told-longer',
    title: 'a lease is told to last ten seconds longer than it does',
    plant: onPlatform(
      at('platform.acquireDisplay', (acquire) => async (...given) => {
        const outcome = await acquire(...given);
        if ('refused' in outcome || outcome.status !== 200) return outcome;
        const { expires_at, ...body } = Object(outcome.body);
        const later = new Date(Date.parse(expires_at) + 10_000).toISOString();
        return { ...outcome, body: { ...body, expires_at: later } };
      }),
    ),
    kills: [
      { cases: ['I.3-lasts', 'I.3-extended'], clause: 'I.3', reason: /^it lasts: / },
      { cases: ['I.3-granted'], clause: 'I.3', reason: /^what is shown: / },
      { cases: ['I.3-kept'], clause: 'I.3', reason: /^another holder: 409 / },
      { cases: ['I.3-never-two'], clause: 'I.3', reason: /at the same time|is told to be/ },
    ],
  },
  {
    id: 'P-lease-for-any-wish',
    title: 'a wish that must be refused is answered as if it had been granted',
    plant: onPlatform(
      at('platform.acquireDisplay', (acquire) => async (...given) => {
        const outcome = await acquire(...given);
        const isBad = 'refused' in outcome && outcome.refused.status === 400;
        return isBad ? { status: 200, body: { controller: 'user' } } : outcome;
      }),
    ),
    kills: [{ cases: ['I.3-refused', 'I.3-no-desktop'], clause: 'I.3', reason: /^it is refused: 200 / }],
  },
  {
    id: 'P-lease-not-dropped',
    title: 'a lease that is given back is still there',
    plant: onPlatform(at('platform.dropLease', () => async () => 1)),
    kills: [
      { cases: ['I.3-after-release'], clause: 'I.3', reason: /^nobody has it: 200 \{"controlled_by"/ },
      { cases: ['I.3-kept'], clause: 'I.3', reason: /^another may not give it back: 200 / },
      { cases: ['I.3-by-force'], clause: 'I.3', reason: /^the next holder: 409 / },
      { cases: ['I.4-refused@given-back'], clause: 'I.4', reason: /^the answer: "101 "/ },
      { cases: ['I.4-refused@other-holder'], clause: 'I.3', reason: /^the next holder: 409 / },
      { cases: ['I.4-ends-at-release'], clause: 'I.4', reason: /^how it ends: / },
    ],
  },
  {
    id: 'P-lease-forced-by-anybody',
    title: 'whoever has control of some desktop takes away the lease of any other by force',
    plant: onPlatform(
      at('platform.releaseDisplay', (release) => async (...given) => {
        const outcome = await release(...given);
        const isRefused = 'refused' in outcome && outcome.refused.status === 403;
        return isRefused ? { status: 200, body: { controller: 'none' } } : outcome;
      }),
    ),
    kills: [{ cases: ['I.3-by-force'], clause: 'I.3', reason: /^by force, without the right: 200 / }],
  },
  {
    id: 'P-lease-without-trail',
    title: 'who takes control leaves no trail',
    plant: onPlatform(
      at('platform.displayAudit', () => async () => ({
        completed: async () => undefined,
        failed: async () => undefined,
      })),
    ),
    kills: [{ cases: ['I.3-trail'], clause: 'I.3', reason: /^events: / }],
  },
  {
    id: 'P-display-always-ready',
    title: 'every desktop is told to be ready, whether there is one or not',
    plant: onPlatform(
      at('platform.displayAvailability', (read) => async (...given) => {
        const outcome = await read(...given);
        const body = 'refused' in outcome ? {} : Object(outcome.body);
        return { status: 200, body: { ...body, available: true } };
      }),
    ),
    kills: [
      { cases: ['I.2-not-ready'], clause: 'I.2', reason: /^without an instance: / },
      { cases: ['I.2-unknown'], clause: 'I.2', reason: /^an unknown workspace: 200 / },
    ],
  },
  {
    id: 'P-display-size-swapped',
    title: 'the width of a desktop is told as its height',
    plant: onPlatform(
      at('platform.displayAvailability', (read) => async (...given) => {
        const outcome = await read(...given);
        if ('refused' in outcome) return outcome;
        const { width, height, ...body } = Object(outcome.body);
        return { ...outcome, body: { ...body, ...(width && { width: height, height: width }) } };
      }),
    ),
    kills: [{ cases: ['I.2-ready'], clause: 'I.2', reason: /^what is told: / }],
  },
];
