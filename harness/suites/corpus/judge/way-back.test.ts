import { describe, expect, test } from 'vitest';
import { DELIVERED, judge, REFUSED } from '../test-support/judging.ts';
import { echo, NONCE, type SaidScene, type Scene } from '../test-support/records.ts';

const SAID = JSON.stringify(echo());

describe('what an agent answered', () => {
  test('reaches the sender byte by byte, as application/json whatever the agent called it', () => {
    expect(wayBack({ reply: SAID }, { reply: SAID, contentType: 'application/json; charset=utf-8' })).toEqual(
      [],
    );
    expect(wayBack({ reply: SAID }, { reply: SAID, contentType: 'text/event-stream' })).toEqual([]);
  });

  test.each([
    ['status', { status: 202 }, 'the agent answered HTTP 200, the sender got 202'],
    [
      'content type',
      { contentType: 'application/json; charset=utf-8' },
      'the content type of the reply is "application/json; charset=utf-8"',
    ],
    ['content type', { contentType: 'text/plain' }, 'the content type of the reply is "text/plain"'],
    [
      'first byte',
      { reply: `\ufeff${SAID}` },
      /^the sender got \d+ bytes, other ones from byte 0 on: '\\ufeff\{/,
    ],
    ['last byte', { reply: `${SAID}\n` }, /other ones from byte \d{3} on: …'.*\}\\n'$/],
    ['end', { reply: SAID.slice(0, -10) }, /^the sender got \d+ bytes, other ones from byte \d{3} on: …/],
    ['order of members', { reply: reordered(SAID) }, /other ones from byte 2 on: '\{"result"/],
    [
      'white space',
      { reply: JSON.stringify(JSON.parse(SAID), null, 1) },
      /other ones from byte 1 on: '\{\\n/,
    ],
    ['digits', { reply: SAID.replace('"q1"', '7.0') }, /from byte \d+ on: .*7\.0/, SAID.replace('"q1"', '7')],
  ] as const)('may not change its %s', (_what, got, saw, said: string = SAID) => {
    const findings = wayBack({ reply: said, ...got }, { reply: said });
    expect(findings.filter(({ clause }) => clause === 'A.9')).toEqual([
      expect.objectContaining({ actual: expect.stringMatching(saw) }),
    ]);
  });

  test('shows both sides of the first difference, however far behind it lies', () => {
    const long = SAID.replace(NONCE, `${NONCE} ${'x'.repeat(50_000)} end`);
    const [finding] = wayBack({ reply: long.replace(' end', ' END') }, { reply: long });
    expect(finding?.expected.join()).toMatch(/at byte 50\d{3} …'x+ end"/);
    expect(finding?.actual).toMatch(/from byte 50\d{3} on: …'x+ END"/);
  });

  test('is the answer to this request, not to one that came before it', () => {
    const earlier = JSON.stringify(echo(`echo: hello ${NONCE} again`));
    expect(wayBack({ reply: earlier }, { reply: SAID })).toHaveLength(1);
    expect(wayBack({ reply: SAID, arrived: [{}, {}] }, { reply: earlier }, { reply: SAID })).toEqual([]);
  });

  test('cannot be known before it is given', () => {
    expect(wayBack({ reply: SAID }).map(({ actual }) => actual)).toEqual([
      'the sender got a result, and the agent had not answered',
    ]);
  });

  test('may be compressed on its way, as long as it is the same when it is read', async () => {
    const { gzipSync } = await import('node:zlib');
    const scene = { reply: SAID, headers: { 'content-encoding': 'gzip' } };
    expect(wayBack({ reply: SAID }, { ...scene, reply: gzipSync(SAID) })).toEqual([]);
  });

  test('is cut after 10,485,760 bytes, and not before', () => {
    const long = Buffer.alloc(10_485_761, ' ');
    expect(wayBack({ reply: long.subarray(1) }, { reply: long })).toEqual([]);
    expect(wayBack({ reply: long }, { reply: long })).toHaveLength(1);
    expect(wayBack({ reply: long.subarray(2) }, { reply: long })).toHaveLength(1);
  });
});

describe('a header of the agent', () => {
  const own = { 'set-cookie': 'agent=1', 'x-agent': 'a', server: 'uvicorn', date: 'Sat' };

  test('goes no further than the platform', () => {
    const findings = wayBack({ reply: SAID, headers: own }, { reply: SAID, headers: own });
    expect(findings.map(({ actual }) => actual)).toEqual([
      'the header set-cookie of the agent reached the sender',
      'the header x-agent of the agent reached the sender',
    ]);
  });

  test('goes no further beside a refusal either', () => {
    const refusal = { status: 418, reply: { error: 'no tea' }, headers: { 'retry-after': '9' } };
    expect(refused(refusal, refusal)).toMatchObject([
      { actual: 'the header retry-after of the agent reached the sender' },
    ]);
  });

  test('may have the name of one that somebody else says', () => {
    const others = { 'set-cookie': 'edge=1', 'x-agent': 'b', 'x-frame-options': 'DENY' };
    expect(wayBack({ reply: SAID, headers: others }, { reply: SAID, headers: own })).toEqual([]);
  });

  test('may be one that any server says to browsers', () => {
    const headers = {
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'access-control-allow-origin': '*',
    };
    expect(wayBack({ reply: SAID, headers }, { reply: SAID, headers })).toEqual([]);
  });
});

describe('what the platform says instead of an agent', () => {
  const refusal = { status: 418, reply: '{"error":"no tea","code":7}' };

  test('from 300 on is the error of the agent, or the reason phrase, as its own document', () => {
    expect(refused({ status: 418, reply: { error: 'no tea' } }, refusal)).toEqual([]);
    expect(refused({ status: 418, reply: { error: 'no tea', hint: 'coffee' } }, refusal)).toEqual([]);
    const html = { status: 413, reply: '<html>', contentType: 'text/html' };
    expect(refused({ status: 413, reply: { error: 'Request Entity Too Large' } }, html)).toEqual([]);
  });

  test.each([
    [
      'another text',
      { status: 418, reply: { error: 'no coffee' } },
      '"error" of the reply is another: "no coffee"',
    ],
    ['what the agent said, as it was', refusal, 'the body of the reply is that of the agent, as it was'],
    [
      'another status',
      { status: 400, reply: { error: 'no tea' } },
      'the agent answered HTTP 418, the sender got 400',
    ],
    [
      'another content type',
      { status: 418, reply: { error: 'no tea' }, contentType: 'application/json' },
      'the content type of the reply is "application/json"',
    ],
    ['a page', { status: 418, reply: '<html>' }, 'the body of the reply is another: "<html>"'],
  ] as const)('is not %s', (_what, got, saw) => {
    expect(refused({ contentType: 'application/json; charset=utf-8', ...got }, refusal)).toEqual([
      expect.objectContaining({ clause: 'A.9', actual: saw }),
    ]);
  });

  test('of a polled message is application/json and names the mode', () => {
    const polled = { agent: { mode: 'poll' as const } };
    const ack = { status: 'queued', delivery_mode: 'poll', method: 'message/send' };
    expect(judge(DELIVERED, { reply: ack, said: [] }, polled).findings).toEqual([]);
    const charset = { reply: ack, said: [], contentType: 'application/json; charset=utf-8' };
    expect(judge(DELIVERED, charset, polled).findings).toMatchObject([{ clause: 'A.9' }]);
    const { delivery_mode: _gone, ...less } = ack;
    expect(judge(DELIVERED, { reply: less, said: [] }, polled).findings).toMatchObject([{ clause: 'A.5' }]);
  });

  test('of a message that it queues stands, though the agent answered it later', () => {
    const ack = { queued: true, queue_id: 'q1', queue_depth: 1, message: 'busy' };
    expect(wayBack({ status: 202, reply: ack }, { reply: SAID })).toEqual([]);
    expect(wayBack({ status: 202, reply: ack, contentType: 'text/plain' }, { reply: SAID })).toHaveLength(1);
  });

  test('of a request that it refuses itself has a charset', () => {
    const scene = { arrived: [], status: 400, reply: { error: 'invalid JSON' } };
    expect(judge(REFUSED, scene).findings).toEqual([]);
    expect(judge(REFUSED, { ...scene, contentType: 'application/json' }).findings).toMatchObject([
      { clause: 'A.9', actual: 'the content type of the reply is "application/json"' },
    ]);
  });
});

describe('media types are one and the same', () => {
  test.each(['application/JSON', ' application/json ;', 'Application/Json'])(
    'when one is %j',
    (contentType) => {
      expect(wayBack({ reply: SAID, contentType }, { reply: SAID })).toEqual([]);
    },
  );

  test('when their charset is quoted or in capitals', () => {
    const scene = { arrived: [], status: 400, reply: { error: 'invalid JSON' } };
    expect(judge(REFUSED, { ...scene, contentType: 'application/json;charset="UTF-8"' }).findings).toEqual(
      [],
    );
  });
});

test('on the direct route there is no way back to judge', () => {
  const other = { said: [{ reply: 'other' }] };
  expect(judge(DELIVERED, other, { route: 'direct' }).verdict).toBe('passed');
});

/** What A.9 finds when the sender of a delivered message got something, and the agent had said that. */
function wayBack(got: Scene, ...said: readonly SaidScene[]) {
  return judge(DELIVERED, { ...got, said }).findings.filter(({ clause }) => clause === 'A.9');
}

function refused(got: SaidScene, said: SaidScene) {
  const expectation = { outcome: 'rejected', by: 'runtime', status: 418, cause: 'no tea' } as const;
  return judge(expectation, { read: [], ...got, said: [said] }).findings.filter(
    ({ clause }) => clause === 'A.9',
  );
}

/** The members of the envelope from the last to the first. */
function reordered(text: string): string {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()));
}
