import { type Answer, agentMessage, type ContractCase, one, rows, since } from '../language/index.ts';

/** What an agent answers, and what its sender is told. */
interface Told {
  readonly answer: Answer;
  readonly status: number;
  readonly like?: unknown;
  readonly text?: string;
}

const REFUSED = { error: 'I will not' };
const refused = (status: number): Told => ({ answer: { status, json: REFUSED }, status, like: REFUSED });
const without = (status: number, error: string): Told => ({
  ...{ answer: { status, body: 'no JSON' }, status },
  like: { error },
});

/** A.9: what becomes of an answer on its way back. */
export const ANSWERS: readonly ContractCase[] = [
  ...rows<Told>(
    'A.9',
    'told',
    {
      message: {
        answer: { body: '{ "jsonrpc":"2.0",\n "id":1.0, "result":{} }' },
        status: 200,
        text: '{ "jsonrpc":"2.0",\n "id":1.0, "result":{} }',
      },
      created: { answer: { status: 201, json: { a: 1 } }, status: 201, like: { a: 1 } },
      'no-content': { answer: { status: 204 }, status: 204, text: '' },
      html: {
        answer: { body: '<p>hello</p>', headers: { 'content-type': 'text/html' } },
        status: 200,
        text: '<p>hello</p>',
      },
      'not-modified': { answer: { status: 304 }, status: 304, text: '' },
      ...Object.fromEntries(
        [400, 401, 404, 408, 429, 500, 501, 502, 503, 504, 505, 520, 521, 524, 525].map((status) => [
          `${status}`,
          refused(status),
        ]),
      ),
      'words-of-404': without(404, 'Not Found'),
      'words-of-500': without(500, 'Internal Server Error'),
      'words-of-520': without(520, ''),
      'error-that-is-no-text': {
        answer: { status: 400, json: { error: { message: 'x' } } },
        status: 400,
        like: { error: 'Bad Request' },
      },
    },
    (_row, key) => `What a sender is told of an answer: ${key}`,
    async ({ platform, agent, expect }, { answer, status, like, text }) => {
      const scripted = agent();
      scripted.answers(answer);
      const workspace = await platform.workspace({ url: scripted.url });
      const sent = await platform.send(workspace, 'hello');
      expect('the sender is told', sent, {
        status,
        ...(like !== undefined && { like }),
        ...(text !== undefined && { text }),
      });
    },
  ),

  one('A.9', 'headers', 'No header of an agent is passed on', async ({ platform, agent, expect }) => {
    const scripted = agent();
    scripted.answers({
      json: agentMessage(),
      headers: { 'set-cookie': 'a=b', 'retry-after': '9', 'x-agent': 'me', 'content-type': 'text/plain' },
    });
    const workspace = await platform.workspace({ url: scripted.url });
    expect('the sender is told', await platform.send(workspace, 'hello'), {
      status: 200,
      headers: {
        ...{ 'set-cookie': null, 'retry-after': null, 'x-agent': null },
        'content-type': /^application\/json/i,
      },
    });
  }),

  one(
    'A.9',
    'empty',
    'An answer without a body is told to be none',
    async ({ platform, agent, expect }) => {
      const scripted = agent();
      scripted.answers({ body: '' });
      const workspace = await platform.workspace({ url: scripted.url });
      expect('the sender is told', await platform.send(workspace, 'hello'), {
        status: 200,
        like: { error: 'agent returned empty response body' },
      });
    },
    since('refusesEmptyAnswer'),
  ),

  one('A.9', 'broken-off', 'An answer that breaks off may have been acted upon', async (tools) => {
    const { platform, agent, expect } = tools;
    const scripted = agent();
    scripted.answers({ body: 'x'.repeat(64), breaks: 'half' });
    const workspace = await platform.workspace({ url: scripted.url });
    expect('the sender is told', await platform.send(workspace, 'hello'), {
      status: 502,
      like: { error: 'failed to read agent response', delivery_confirmed: true },
    });
  }),

  ...rows<{
    readonly answer?: Answer;
    readonly url?: string;
    readonly status: number;
    readonly like: unknown;
    readonly after?: string;
  }>(
    'A.10',
    'unreached',
    {
      closed: { answer: { breaks: 'close' }, status: 202, like: { queued: true } },
      reset: { answer: { breaks: 'reset' }, status: 202, like: { queued: true } },
      'nobody-there': {
        url: 'http://localhost:1',
        status: 502,
        like: { error: 'failed to reach workspace agent' },
      },
    },
    (_row, key) => `An agent that cannot be reached: ${key}`,
    async ({ platform, agent, expect }, { answer, url, status, like }) => {
      const scripted = agent();
      if (answer) scripted.answers(answer);
      const workspace = await platform.workspace({ url: url ?? scripted.url });
      expect('the sender is told', await platform.send(workspace, 'hello'), { status, like });
    },
  ),
];
