import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Complaint, Judge, Version } from './versions.ts';

const complaint = (keyword: string, pointer = ''): Complaint => ({ keyword, pointer, message: keyword });
const REQUIRED = complaint('required');
const UNKNOWN = complaint('additionalProperties');
const SNAKE = complaint('type', '/message_id');
const TYPE = complaint('type', '/parts');

/** Who refuses what: version, our complaints, the official complaints, and the relation that follows. */
test.each([
  ['1.0', [], [], 'both-valid'],
  ['1.0', [TYPE], [REQUIRED], 'both-invalid'],
  ['1.0', [REQUIRED], [], 'required-by-us'],
  ['1.0', [REQUIRED, TYPE], [], 'disagreement'],
  ['1.0', [], [UNKNOWN], 'unknown-field-allowed'],
  ['1.0', [], [UNKNOWN, SNAKE], 'snake-case-unread'],
  ['1.0', [], [UNKNOWN, TYPE], 'disagreement'],
  ['0.3', [REQUIRED], [], 'disagreement'],
  ['0.3', [], [UNKNOWN], 'disagreement'],
] as const)('%s, ours %j, official %j: %s', (version, ours, official, relation) => {
  const subject = { origin: 'o', change: '', version, definition: 'Message', document: {} };
  const { tallies, disagreements } = compare([subject], judges(ours), judges(official));
  expect(tallies[version][relation]).toBe(1);
  expect(disagreements).toHaveLength(relation === 'disagreement' ? 1 : 0);
});

function judges(errors: readonly Complaint[]): Readonly<Record<Version, Judge>> {
  const judge: Judge = {
    definitions: new Set(['Message']),
    judge: () => ({ valid: errors.length === 0, errors }),
  };
  return { '0.2': judge, '0.3': judge, '1.0': judge };
}
