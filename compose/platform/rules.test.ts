import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import sheet from './revisions.json' with { type: 'json' };
import { parseRevision, type Revision, type Rules, rulesOf } from './rules.ts';

type RuleId = keyof Rules;

const RULES = Object.entries(sheet.rules) as [RuleId, { day: string | null; reference?: string }][];
const DATED = RULES.flatMap(([id, { day }]) => (day === null ? [] : [[id, day] as const]));
const FIRST_DAY: readonly RuleId[] = [
  'hasBuildInfo',
  'removedIsGone',
  'probesDeadOrigins',
  'heartbeatReturnsSecret',
];
const BY_MAY_16: readonly RuleId[] = [
  ...FIRST_DAY,
  ...(['givesMoreSnippets', 'hasChatHistory', 'dropsTeams', 'keepsPendingUploads'] as const),
  ...(['numbersRepeatedNames', 'hasAbilities', 'commitsPollRowFirst'] as const),
];
const OF_JUNE_4: readonly RuleId[] = [
  ...(['defaultsRole', 'renamesType', 'commitsPushRowFirst', 'ordersTiesBySequence'] as const),
];

test.each<[Revision, readonly RuleId[]]>([
  ['R1', []],
  ['2026-05-01', FIRST_DAY],
  ['2026-05-15', BY_MAY_16.filter((id) => id !== 'commitsPollRowFirst')],
  ['2026-05-16', BY_MAY_16],
  ['2026-06-03', datedBefore('2026-06-04')],
  ['2026-06-04', [...datedBefore('2026-06-04'), ...OF_JUNE_4]],
  ['2026-06-05', [...datedBefore('2026-06-04'), ...OF_JUNE_4, 'failsClosed']],
  ['R3', RULES.map(([id]) => id)],
])(
  'a build of %s follows the later form of the rules that had changed by then, and of no others',
  (revision, later) => {
    const rules = rulesOf(revision);
    expect(RULES.flatMap(([id]) => (rules[id] ? [id] : []))).toEqual(later);
    expect(Object.isFrozen(rules)).toBe(true);
  },
);

test.each(DATED)('%s changes on %s: the day before it has not, and from that day on it has', (id, day) => {
  const firstDay = day === sheet.revisions.R1;
  expect(holdsOn(id, firstDay ? day : dayBeside(day, -1))).toBe(false);
  expect(holdsOn(id, firstDay ? dayBeside(day, 1) : day)).toBe(true);
});

test.each([
  ['R1', 'R1'],
  ['2026-04-30', 'R1'],
  ['R3', 'R3'],
  ['', 'R3'],
  ['2026-06-06', 'R3'],
  ['2026-05-01', '2026-05-01'],
  ['2026-06-05', '2026-06-05'],
])('CONTRACT_REVISION=%s means %s', (text, revision) => {
  expect(configured(text).revision).toBe(revision);
});

test.each([
  'R2',
  'r1',
  '2026-04-29',
  '2026-06-07',
  '2026-05-32',
  '2026-5-16',
  '20260516',
  '2026-05-16T00:00:00Z',
])('CONTRACT_REVISION=%s stops the boot with the forms that it may have', (text) => {
  expect(() => configured(text)).toThrow(
    `CONTRACT_REVISION is ${text}, and must be R1, R3 or a day between them, from 2026-04-30 (R1) to 2026-06-06 (R3), as YYYY-MM-DD`,
  );
});

test('no service asks for the revision itself: every rule has its name', () => {
  const asking = sources(new URL('..', import.meta.url)).flatMap(({ file, text }) =>
    /['"`]R[13]['"`]|\brevision\b\)?\s*[!=]==/.test(text) && file !== 'platform/rules.ts' ? [file] : [],
  );
  expect(asking).toEqual([]);
});

test('every rule is asked for somewhere, or says why the reference has one form of it', () => {
  const code = sources(new URL('.', import.meta.url))
    .map(({ text }) => text)
    .join('\n');
  const silent = RULES.filter(
    ([id, { reference }]) => new RegExp(`\\b${id}\\b`).test(code) === (reference !== undefined),
  );
  expect(silent.map(([id]) => id)).toEqual([]);
});

function datedBefore(day: string): readonly RuleId[] {
  return DATED.flatMap(([id, changed]) => (changed < day ? [id] : []));
}

function holdsOn(id: RuleId, day: string): boolean {
  return rulesOf(parseRevision('DAY', day))[id];
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function configured(revision: string) {
  return readConfig({ CONTRACT_REVISION: revision, DATABASE_URL: 'postgres://x', MIGRATIONS_DIR: '/x' });
}

function sources(folder: URL): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('test-support/'))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}
