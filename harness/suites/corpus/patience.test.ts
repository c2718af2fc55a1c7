import { expect, test } from 'vitest';
import type { Exchange } from '../../wire/exchange.ts';
import { HANG } from '../../wire/failure.ts';
import type { CaseRecord, StepRecord } from './case-record.ts';
import { createPatience } from './patience.ts';

const hanging = { failure: { code: HANG, message: 'no complete reply' } } as Exchange;
const answered = { response: { status: 200 } } as Exchange;

test.each([
  ['the message', record([answered], [hanging])],
  ['the making of its workspace', record([hanging], [])],
])('a subject that hangs at %s five times in a row is asked no more', (_where, hung) => {
  const patience = createPatience();
  for (let nth = 0; nth < 4; nth += 1) patience.note(hung);
  expect(patience.whyGivenUp()).toBeUndefined();
  patience.note(record([answered], [answered]));
  for (let nth = 0; nth < 5; nth += 1) patience.note(hung);
  expect(patience.whyGivenUp()).toContain('the 5 cases before it were never answered');
});

function record(prepare: readonly Exchange[], steps: readonly Exchange[]): CaseRecord {
  return { prepare, steps: steps.map((exchange) => ({ exchange }) as StepRecord) } as unknown as CaseRecord;
}
