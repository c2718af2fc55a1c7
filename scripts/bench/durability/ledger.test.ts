import { expect, test } from 'vitest';
import { compare, type Kept, type Posted } from './ledger.ts';

const SENT: Posted = {
  ...{ id: '7/1/0', way: 'poll', text: '7/1/0 deploy the preview', round: 1, workspaceId: 'w' },
  ...{ acknowledged: 'stored', promised: true },
};
const ROW: Kept = { workspaceId: 'w', place: 'log', text: SENT.text };
const QUEUED: Kept = { ...ROW, place: 'queue' };
const { acknowledged: _, ...UNANSWERED } = SENT;
const NOTHING = { lost: [], duplicated: [], altered: [] };

test.each<[claim: string, posted: Posted, kept: readonly Kept[], wrong: Partial<ReturnType<typeof compare>>]>(
  [
    ['acknowledged and there once is as it should be', SENT, [ROW], {}],
    ['acknowledged and not there is lost', SENT, [], { lost: [SENT] }],
    [
      'acknowledged and there under another workspace is lost',
      SENT,
      [{ ...ROW, workspaceId: 'v' }],
      { lost: [SENT] },
    ],
    ['acknowledged as stored and only queued is lost', SENT, [QUEUED], { lost: [SENT] }],
    [
      'acknowledged as queued and queued is as it should be',
      { ...SENT, acknowledged: 'queued' },
      [QUEUED],
      {},
    ],
    [
      'acknowledged as queued and delivered since is as it should be',
      { ...SENT, acknowledged: 'queued' },
      [ROW],
      {},
    ],
    ['acknowledged without promise of a row may have none', { ...SENT, promised: false }, [], {}],
    ['unacknowledged may be there or not: not', UNANSWERED, [], {}],
    ['unacknowledged may be there or not: there', UNANSWERED, [ROW], {}],
    ['there twice is duplicated', SENT, [ROW, ROW], { duplicated: [SENT] }],
    ['unacknowledged and there twice is duplicated', UNANSWERED, [ROW, ROW], { duplicated: [UNANSWERED] }],
    ['there with other words is altered', SENT, [{ ...ROW, text: '7/1/0 deploy' }], { altered: [SENT] }],
    [
      'another id that begins alike is another message',
      SENT,
      [{ ...ROW, text: '7/1/01 deploy' }],
      { lost: [SENT] },
    ],
  ],
)('%s', (_claim, posted, kept, wrong) => {
  expect(compare([posted], kept)).toEqual({ ...NOTHING, ...wrong });
});
