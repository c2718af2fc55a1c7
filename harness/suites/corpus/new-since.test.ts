import { expect, it } from 'vitest';
import { newSince, seenIn } from './new-since.ts';
import { stepRecordOf } from './test-support/records.ts';

const { inboxAfter } = stepRecordOf({});
const numbered = <T extends object>(items: readonly T[], seq: number) =>
  items.map((item) => ({ ...item, seq }));
const contents = (seq: number) => ({
  arrivals: numbered(inboxAfter.arrivals, seq),
  handed: numbered(inboxAfter.handed, seq),
});

it('knows what was seen in whatever order the readings are given', () => {
  const inbox = seenIn([contents(1), contents(2), contents(3)]);
  expect(newSince(inbox, seenIn([contents(1), contents(3), contents(2)]))).toEqual({
    arrivals: [],
    handed: [],
  });
  expect(newSince(inbox, seenIn([contents(2), contents(1)]))).toEqual(contents(3));
});
