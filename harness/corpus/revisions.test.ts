import { Ajv } from 'ajv';
import { expect, it, test } from 'vitest';
import type { Revision } from './entry.ts';
import {
  CONTRACT_RULES,
  type ContractRule,
  findRule,
  formAt,
  REVISION_DAYS,
  rulesBetween,
} from './revisions.ts';

const { R1: FIRST, R3: LAST } = REVISION_DAYS;

it('reads a sheet in which every rule has a sentence, clauses, and a day or none', () => {
  const sentence = { type: 'string', pattern: '^[A-Z`\\d].*[.]$', maxLength: 150 };
  const validate = new Ajv({ strict: true }).compile<ContractRule>({
    type: 'object',
    additionalProperties: false,
    required: ['id', 'change', 'clauses', 'day'],
    properties: {
      id: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$' },
      change: sentence,
      clauses: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[0A-M]([.]\\d+)?$' } },
      day: { type: 'string', nullable: true, pattern: '^2026-\\d\\d-\\d\\d$' },
      reference: { type: 'string', minLength: 10 },
    },
  });
  const faulty = CONTRACT_RULES.filter((rule) => !validate(rule));
  expect(faulty).toEqual([]);
  expect(CONTRACT_RULES.length).toBeGreaterThan(40);
});

it('lists the oldest change first and unknown days last, and none outside the two revisions', () => {
  const days = CONTRACT_RULES.map(({ day }) => day ?? 'unknown');
  expect(days).toEqual([...days].sort());
  expect(days.filter((day) => day !== 'unknown' && (day < FIRST || day > LAST))).toEqual([]);
});

test.each<[string | null, Revision, string]>([
  ['2026-05-16', 'R1', 'R1'],
  ['2026-05-16', '2026-05-15', 'R1'],
  ['2026-05-16', '2026-05-16', 'R3'],
  ['2026-05-16', '2026-06-05', 'R3'],
  ['2026-05-16', 'R3', 'R3'],
  ['2026-04-30', 'R1', 'R1'],
  ['2026-04-30', '2026-05-01', 'R3'],
  [null, 'R1', 'R1'],
  [null, '2026-05-16', 'unknown'],
  [null, 'R3', 'R3'],
])('a rule that changed on %s has, at %s, the form of %s', (day, revision, form) => {
  expect(formAt({ day }, revision)).toBe(form);
});

it('finds between two revisions what changed, and what may have, in whatever order they are named', () => {
  const ids = (one: Revision, other: Revision) => rulesBetween(one, other).map(({ id }) => id);
  const unknown = CONTRACT_RULES.filter(({ day }) => day === null).map(({ id }) => id);
  expect(ids('R1', 'R3')).toEqual(CONTRACT_RULES.map(({ id }) => id));
  expect(ids('2026-05-15', '2026-05-16')).toEqual(['commitsPollRowFirst', ...unknown]);
  expect(ids('R3', '2026-06-04')).toEqual(['failsClosed', ...unknown]);
  expect(ids('2026-05-16', '2026-05-16')).toEqual([]);
});

it('knows no rule that is not in the sheet', () => {
  expect(findRule('renamesType')?.day).toBe('2026-06-04');
  expect(findRule('renamesTypo')).toBeUndefined();
});
