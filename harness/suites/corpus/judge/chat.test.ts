import { describe, expect, it } from 'vitest';
import { aftermathOf, read } from '../test-support/aftermaths.ts';
import { DELIVERED } from '../test-support/judging.ts';
import { entryWith, NONCE, recordOf, requestWith, type Scene } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const TEXT = `hello ${NONCE}`;
const TWO = {
  sent: requestWith({
    parts: [
      { kind: 'text', text: TEXT },
      { kind: 'text', text: 'and more' },
    ],
  }),
};

function judge(messages: unknown, scene: Scene = {}, status = 200) {
  const record = recordOf(scene, { after: aftermathOf({ history: read(messages, status) }) });
  return judgeCase(entryWith(DELIVERED), 'strict', 'R3', record);
}

function findings(messages: unknown, scene: Scene = {}, status = 200) {
  return judge(messages, scene, status).findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

function chat(...contents: readonly string[]) {
  return { messages: contents.map((content) => ({ role: 'user', content })), reached_end: true };
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
});
