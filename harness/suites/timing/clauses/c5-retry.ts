import {
  type Answer,
  before,
  type ContractCase,
  memberAt,
  rows,
  since,
} from '../../contract/language/index.ts';

/** What the target answers first, and how often it is asked within the time of a retry. */
interface Retry {
  readonly first: Answer;
  readonly asked: 1 | 2;
}

/** C.5: a task that nobody got is sent once more after 8 s, and no other. */
export const RETRY: readonly ContractCase[] = rows<Retry>(
  'C.5',
  'retry',
  {
    'empty-502': { first: { status: 502, body: '' }, asked: 2 },
    'told-502': {
      first: { status: 502, json: { error: 'x' } },
      asked: 1,
      ...since('retriesUndeliveredOnly'),
    },
    'told-502-before': {
      first: { status: 502, json: { error: 'x' } },
      asked: 2,
      ...before('retriesUndeliveredOnly'),
    },
    'told-500': { first: { status: 500, json: { error: 'x' } }, asked: 1 },
    busy: { first: { breaks: 'close' }, asked: 1 },
    answered: { first: {}, asked: 1 },
  },
  ({ asked }, key) => `A task is sent ${asked === 2 ? 'once more after 8 s' : 'no second time'}: ${key}`,
  async (tools, { first, asked }) => {
    const { platform, expect } = tools;
    const target = tools.agent();
    target.answers(first, {});
    const parent = await platform.workspace();
    const source = await platform.workspace({ parent });
    const { id } = await platform.workspace({ parent, url: target.url });
    const sent = await platform.ask('POST', `/workspaces/${source.id}/delegate`, {
      ...{ as: source.token, json: { target_id: id, task: 'x' } },
    });
    expect('it is accepted', sent, { status: 202 });
    await target.arrived(1);
    const read = async () => {
      const path = `/workspaces/${source.id}/delegations`;
      return (await platform.ask('GET', path, { as: source.token })).json;
    };
    // Either its row has moved on, or the retry waits by now: nothing outside says so.
    await tools.pause(300);
    await tools.advance(5_000);
    await target.arrived(2, 60);
    expect.value('requests 5 s later', target.received.length, 1);
    for (let step = 0; step < 14 && target.received.length < 2; step += 1) {
      await tools.advance(500);
      await target.arrived(2, 50);
    }
    expect.value('requests 12 s later', target.received.length, asked);
    if (asked === 1) return;
    const done = await tools.eventually(async () => {
      const listed = await read();
      return memberAt(listed, '0.status') === 'completed' ? listed : undefined;
    });
    expect.like('its row', memberAt(done, '0'), { status: 'completed' });
  },
);
