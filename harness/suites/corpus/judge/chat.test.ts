import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../corpus/entry.ts';
import { aftermathOf, read, WORKSPACE } from '../test-support/aftermaths.ts';
import { DELIVERED } from '../test-support/judging.ts';
import {
  echo,
  entryWith,
  NONCE,
  recordOf,
  requestWith,
  type Scene,
  stepRecordOf,
  stepWith,
} from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const TEXT = `hello ${NONCE}`;
const ANSWER = `echo: ${TEXT}`;
const TWO = {
  sent: requestWith({
    parts: [
      { kind: 'text', text: TEXT },
      { kind: 'text', text: 'and more' },
    ],
  }),
};

type Line = readonly [role: string, content: string];

function judge(messages: unknown, scene: Scene = {}, status = 200, expectation: Expectation = DELIVERED) {
  const record = recordOf(scene, { after: aftermathOf({ history: read(messages, status) }) });
  return judgeCase(entryWith(expectation), 'strict', 'R3', record);
}

function findings(messages: unknown, scene: Scene = {}, status = 200) {
  return judge(messages, scene, status).findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

function page(...lines: readonly Line[]) {
  return { messages: lines.map(([role, content]) => ({ role, content })), reached_end: true };
}

/** The chat that shows these texts of the user, and the answer after the first. */
function chat(...contents: readonly string[]) {
  const [first, ...more] = contents.map((content): Line => ['user', content]);
  return page(...(first ? [first] : []), ['agent', ANSWER], ...more);
}

describe('the chat of a workspace', () => {
  it('shows what the user said, once', () => {
    expect(findings(chat(TEXT))).toEqual([]);
    expect(findings(chat())).toEqual(['D: the chat shows 0 messages of the user']);
    expect(findings(chat(TEXT, TEXT))).toEqual(['D: the chat shows 2 messages of the user']);
  });

  it('shows it with all its texts, or with the first', () => {
    expect(findings(chat(`${TEXT}\nand more`), TWO)).toEqual([]);
    expect(findings(chat(TEXT), TWO)).toEqual([]);
    expect(findings(chat('and more'), TWO)).toEqual(['D: the chat shows "and more"']);
  });

  it('is said not to be judged where the subject has none', () => {
    expect(judge({ error: 'no' }, {}, 404)).toMatchObject({
      verdict: 'passed',
      unjudged: ['chat (D): GET /chat-history answers 404'],
    });
  });

  it('is a broken clause where it cannot be read', () => {
    expect(findings({ error: 'no' }, {}, 502)).toEqual([
      'D: GET /chat-history answers 502 and no list of messages',
    ]);
  });

  it('says that it has come to its end', () => {
    expect(findings({ ...chat(TEXT), reached_end: false })).toEqual(['D: the page has "reached_end": false']);
    expect(findings({ messages: chat(TEXT).messages })).toHaveLength(1);
  });
});

describe('the answer of the agent', () => {
  it.each<[string, readonly Line[], string]>([
    ['is missing', [['user', TEXT]], '0 answers'],
    [
      'stands there twice',
      [
        ['user', TEXT],
        ['agent', ANSWER],
        ['agent', ANSWER],
      ],
      '2 answers',
    ],
    [
      'is another',
      [
        ['user', TEXT],
        ['agent', `${ANSWER}!`],
      ],
      '!',
    ],
    [
      'is given to the system',
      [
        ['user', TEXT],
        ['system', ANSWER],
      ],
      'in the role "system"',
    ],
    [
      'is given to the user',
      [
        ['user', TEXT],
        ['user', ANSWER],
      ],
      '2 messages of the user',
    ],
    [
      'stands before the question',
      [
        ['agent', ANSWER],
        ['user', TEXT],
      ],
      'from top to bottom: answer, user',
    ],
  ])('is seen where it %s', (_what, lines, saw) => {
    expect(findings(page(...lines)).join('\n')).toContain(saw);
  });

  it('is read from parts, their roots, artifacts and the task, in this order', () => {
    const result = {
      parts: [{ root: { text: 'c' } }, { kind: 'text', text: 'a' }, { type: 'text', text: 'b' }],
      artifacts: [
        {
          parts: [
            { kind: 'text', text: 'd' },
            { kind: 'data', text: 'no' },
          ],
        },
      ],
      status: { message: { parts: [{ kind: 'text', text: 'no' }] } },
    };
    expect(answersTo({ result }, ['agent', 'a\nb\nc\nd'])).toEqual([]);
    expect(answersTo({ result: 'plain' }, ['agent', 'plain'])).toEqual([]);
    expect(answersTo({ task: 'later' }, ['agent', 'later'])).toEqual([]);
    expect(answersTo({ result: { status: result.status } })).toEqual([]);
    expect(answersTo('<html>')).toEqual([]);
  });

  it('is a word of the system where it says that the agent failed, or came with a status from 400 on', () => {
    expect(answersTo({ result: 'Agent Error: down' }, ['system', 'Agent Error: down'])).toEqual([]);
    expect(answersTo({ result: 'Agent Error: down' }, ['agent', 'Agent Error: down'])).toHaveLength(1);
    expect(answersTo({ result: 'Agent Error: down' })).toHaveLength(1);
    expect(answersTo({ result: 'down' }, ['system', 'down'], 500)).toEqual([]);
    expect(answersTo({ result: 'down' }, ['agent', 'down'], 500)).toHaveLength(1);
  });

  it('is, where it is nothing but an error, a word of the system, or nothing', () => {
    const error = { error: { code: -32603, message: 'broken' } };
    expect(answersTo(error)).toEqual([]);
    expect(answersTo(error, ['system', 'broken'])).toEqual([]);
    expect(answersTo(error, ['agent', 'broken'])).toHaveLength(1);
    expect(answersTo(error, ['system', 'Agent failed: broken'])).toEqual([]);
    expect(answersTo({ error: 'gone' }, ['system', 'gone'], 500)).toEqual([]);
  });

  it('to another workspace is no chat', () => {
    const caller = { id: 'c1', name: 'C' };
    const after = {
      ...aftermathOf({ history: read(page(['agent', ANSWER])) }),
      workspace: { ...WORKSPACE, caller },
    };
    const { findings: found } = judgeCase(entryWith(DELIVERED), 'strict', 'R3', recordOf({}, { after }));
    expect(found.map(({ actual }) => actual)).toEqual(['the chat shows 1 answers']);
  });
});

describe('a conversation', () => {
  it('is shown from its beginning, each answer after its question', () => {
    const pairs = [1, 2].map((at): [Line, Line] => [
      ['user', `${TEXT} ${at}`],
      ['agent', `echo: ${TEXT} ${at}`],
    ]);
    const said = (lines: readonly Line[]) => conversation(page(...lines));
    expect(said(pairs.flat())).toEqual([]);
    expect(said(pairs.toReversed().flat()).length).toBeGreaterThan(0);
    expect(said(pairs.flatMap(([user, agent]) => [agent, user]))).toEqual([
      'the chat shows, from top to bottom: answer, user, answer, user',
    ]);
    expect(said([...pairs.map(([user]) => user), ...pairs.map(([, agent]) => agent)])).toHaveLength(1);
  });
});

/** What D finds in a chat with this line after the user's, of an agent that answered so. */
function answersTo(reply: unknown, line?: Line, status = 200) {
  const lines: readonly Line[] = [['user', TEXT], ...(line ? [line] : [])];
  const got = status < 400 ? { reply } : { status, reply: { error: 'Internal Server Error' } };
  return judge(page(...lines), { ...got, said: [{ status, reply }] }).findings.filter(
    ({ clause }) => clause === 'D',
  );
}

/** What D finds of two messages, one after the other. */
function conversation(messages: unknown) {
  const steps = [1, 2].map((at) => {
    const text = `${TEXT} ${at}`;
    return stepRecordOf({
      sent: requestWith({ parts: [{ kind: 'text', text }] }),
      reply: echo(`echo: ${text}`),
    });
  });
  const record = { ...recordOf({}, { after: aftermathOf({ history: read(messages) }) }), steps };
  const entry = entryWith(DELIVERED, { steps: [stepWith(DELIVERED), stepWith(DELIVERED)] });
  return judgeCase(entry, 'strict', 'R3', record)
    .findings.filter(({ clause }) => clause === 'D')
    .map(({ actual }) => actual);
}
