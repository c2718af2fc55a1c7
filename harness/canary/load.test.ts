import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { OWN_CANARIES } from '../config/runtime-terms.ts';
import { turnsOf } from './canary.ts';
import { isExclusive } from './items.ts';
import { loadCanaries, readCanary } from './load.ts';

const TOLD = { user: 'Hi, my name is {{nonce.name}}.', expect: { state: 'completed' } };
const ASKED = { user: "What's my name?", expect: { contains: ['{{nonce.name}}'] } };

function canary(turns: readonly unknown[], more: object = {}): string {
  return stringify({ name: 'mine', title: 'A canary.', turns, ...more });
}

function read(text: string) {
  return readCanary('/canaries/mine.yaml', text);
}

test('the canaries of Assay are sound, and have the canonical four among them', async () => {
  const names = (await loadCanaries(OWN_CANARIES)).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['two-turn-name', 'file-only', 'file-with-caption', 'memory-across-sessions']),
  );
  expect(names.length).toBeGreaterThan(20);
});

test('a turn knows its context, and a step begins another', () => {
  const { items, needs } = read(
    canary([
      TOLD,
      { ...TOLD, context: 'other' },
      ASKED,
      { step: 'new_context' },
      ASKED,
      { ...ASKED, context: 'main' },
    ]),
  );
  expect(turnsOf({ items }).map(({ context }) => context)).toEqual([
    'main',
    'other',
    'other',
    'fresh 1',
    'main',
  ]);
  expect(needs).toEqual(['sessions']);
});

test('a repeated turn is spelled out, and counts', () => {
  const { items } = read(
    canary([{ user: 'Word {{n}}.', repeat: 3, expect: { not_contains: ['word {{n}}'] } }]),
  );
  const turns = turnsOf({ items });
  expect(turns.map(({ text }) => text)).toEqual(['Word 1.', 'Word 2.', 'Word 3.']);
  expect(turns[2]).toMatchObject({ label: '1 (3 of 3)', expect: { notContains: ['word 3'] } });
});

test('what a canary does says what it needs', () => {
  const file = { name: 'a.txt', text: '{{nonce.code}}' };
  const { needs, items } = read(
    canary(
      [
        { files: [file], expect: { state: 'completed' } },
        { user: 'A story.', begin: true, expect: { state: 'working', deadline: '5s' } },
        { step: 'cancel' },
        { step: 'restart' },
        { user: 'Ask.', drop_connection: true, ids: 'issued', expect: { state: 'input-required' } },
      ],
      { needs: ['memory'] },
    ),
  );
  expect([...needs].sort()).toEqual(
    [
      'cancel',
      'durable',
      'files',
      'input-required',
      'issued-context',
      'memory',
      'restart',
      'sessions',
      'streaming',
    ].sort(),
  );
  expect(isExclusive({ items })).toBe(true);
  expect(turnsOf({ items })[1]?.expect.deadlineMs).toBe(5000);
});

test.each<readonly [string, string, RegExp]>([
  ['no YAML', 'name: [', /it is no YAML/],
  ['no mapping', '- a', /the top level is not a mapping/],
  ['no turns', 'name: mine\ntitle: x', /`turns` is missing/],
  ['empty turns', canary([]), /`turns` is missing, no list, or empty/],
  ['another name than its file', canary([TOLD], { name: 'yours' }), /`name` is "yours"/],
  ['an unknown key', canary([TOLD], { titel: 'x' }), /the key `titel` is unknown[\s\S]*/],
  ['an unknown key of a turn', canary([{ ...TOLD, usr: 'x' }]), /turns\[1\]: the key `usr` is unknown/],
  [
    'an unknown key of an oracle',
    canary([TOLD, { ...ASKED, expect: { contain: ['x'], state: 'completed' } }]),
    /turns\[2\]\.expect: the key `contain` is unknown/,
  ],
  ['an unknown step', canary([{ step: 'reboot' }]), /turns\[1\]\.step: is none of the known values/],
  ['a need that is none', canary([TOLD], { needs: ['luck'] }), /needs\.0: is none of the known values/],
  ['a turn without an oracle', canary([{ user: 'Hi.' }]), /turns\[1\]: the turn has no oracle/],
  [
    'a turn with a deadline alone',
    canary([{ user: 'Hi.', expect: { deadline: '5s' } }]),
    /turns\[1\]: the turn has no oracle/,
  ],
  [
    'a turn that may be refused, and no more',
    canary([{ user: 'Hi.', expect: { refusal: 'allowed' } }]),
    /the turn has no oracle/,
  ],
  [
    'a turn that says nothing',
    canary([{ expect: { state: 'completed' } }]),
    /turns\[1\]: the key `user` is missing/,
  ],
  [
    'a nonce that nobody has told',
    canary([{ ...ASKED }]),
    /turns\[1\]: nobody has told the agent \{\{nonce\.name\}\}/,
  ],
  ['a nonce that is told later', canary([ASKED, TOLD]), /turns\[1\]: nobody has told the agent/],
  ['a placeholder that is none', canary([{ ...TOLD, user: '{{name}}' }]), /\{\{name\}\} stands for nothing/],
  [
    'a captured text that nobody has captured',
    canary([TOLD, { ...ASKED, expect: { contains: ['{{captured.x}}'] } }]),
    /nothing was captured as `x`/,
  ],
  [
    'a pattern that does not compile',
    canary([{ ...TOLD, expect: { matches: ['('] } }]),
    /"\(" is no regular expression/,
  ],
  [
    'a capture without a group',
    canary([{ ...TOLD, capture: { x: '\\d+' } }]),
    /`capture\.x` has not exactly one group/,
  ],
  [
    'a task of nobody',
    canary([{ ...TOLD, continues: 'other' }]),
    /no turn before it is in the context `other`/,
  ],
  ['a cancel of nothing', canary([TOLD, { step: 'cancel' }]), /nothing is under way that could be cancelled/],
  [
    'a deadline without a unit',
    canary([{ ...TOLD, expect: { state: 'completed', deadline: '5' } }]),
    /turns\[1\]\.expect\.deadline/,
  ],
])('refuses %s', (_what, text, message) => {
  expect(() => read(text)).toThrow(message);
});

test.each([
  ['titel', canary([TOLD], { titel: 'x' }), 'Did you mean `title`?'],
  [
    'contain',
    canary([TOLD, { ...ASKED, expect: { contain: ['x'], state: 'completed' } }]),
    'Did you mean `contains`?',
  ],
])('tells the nearest key for %s', (_key, text, fix) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
});

test('a folder without canaries, and one that is not there, are refused', async () => {
  await expect(loadCanaries('/nowhere')).rejects.toMatchObject({ code: 'CANARIES_UNREADABLE', exitCode: 3 });
  await expect(loadCanaries(`${OWN_CANARIES}/schema`)).rejects.toMatchObject({
    code: 'NO_CANARIES',
    exitCode: 3,
  });
});
