import { describe, expect, it } from 'vitest';
import type { Revision } from '../../../corpus/entry.ts';
import { aftermathOf, read, rowOf } from '../test-support/aftermaths.ts';
import { DELIVERED } from '../test-support/judging.ts';
import { echo, entryWith, recordOf, requestWith } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const CALLER = { id: 'c1', name: 'N-caller' };
const SEEN = { peer_name: CALLER.name, agent_card_url: 'http://h/registry/discover/c1' };
const ROW = rowOf(requestWith(), { response_body: echo(), source_id: CALLER.id, ...SEEN }) as object;

interface More {
  readonly revision?: Revision;
  readonly chat?: readonly string[];
}

function findings(row: object, { revision = 'R3', chat }: More = {}) {
  const after = aftermathOf({
    activity: read([row]),
    ...(chat && {
      history: read({ messages: chat.map((content) => ({ role: 'user', content })), reached_end: true }),
    }),
  });
  const whole = { ...after, workspace: { ...after.workspace, caller: CALLER } };
  const record = recordOf(
    {},
    {
      after: whole,
      revision,
    },
  );
  const judged = judgeCase({ ...entryWith(DELIVERED), caller: 'both' }, 'strict', revision, record);
  return judged.findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

describe('a message from another workspace', () => {
  it('names that workspace in its row, and shows it as the peer', () => {
    expect(findings(ROW)).toEqual([]);
  });

  it('must not be taken for the words of the user, nor of anybody else', () => {
    expect(findings({ ...ROW, source_id: null })).toEqual([
      'A.12: the row of the message has source_id null',
    ]);
    expect(findings({ ...ROW, source_id: 'a1' })).toEqual([
      'A.12: the row of the message has source_id "a1"',
    ]);
  });

  it('must not stand in the chat', () => {
    expect(findings(ROW, { chat: [] })).toEqual([]);
    expect(findings(ROW, { chat: ['hello'] })).toEqual(['D: the chat shows 1 messages of the user']);
  });

  it('must not show another peer', () => {
    expect(findings({ ...ROW, peer_name: 'N' })).toEqual(['C.1: include=peer_info shows peer_name "N"']);
    expect(findings({ ...ROW, agent_card_url: 'http://h/registry/discover/a1' })).toEqual([
      'C.1: include=peer_info shows agent_card_url "http://h/registry/discover/a1"',
    ]);
  });

  it('shows no peer before that rule', () => {
    const { peer_name: _name, agent_card_url: _url, ...plain } = ROW as typeof SEEN;
    expect(findings(plain, { revision: 'R1' })).toEqual([]);
    expect(findings(plain)).toHaveLength(2);
  });
});
