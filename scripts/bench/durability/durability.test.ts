import { expect, test } from 'vitest';
import { EXIT } from '../../../harness/support/errors.ts';
import { benchDurability } from './bench.ts';
import { mutantFor } from './control.ts';
import { planControl } from './plan.ts';
import { workShift } from './shift.ts';
import { reproductions } from './table.ts';
import { isSound, troubleIn } from './trouble.ts';

/** Its first four rounds kill each victim, at each moment. */
const SEED = 1304;

test('nothing that was acknowledged is lost, whoever is killed', async () => {
  const lines: string[] = [];
  const words = ['--seed', `${SEED}`, '--rounds', '4', '--workers', '1', '--control', '0'];
  const exitCode = await benchDurability(
    words,
    (line) => lines.push(line),
    () => undefined,
  );
  expect(lines.map((line) => line.replace(/ {2,}/g, ' '))).toEqual(
    expect.arrayContaining([
      ...['rounds 4', 'lost 0', 'duplicated 0', 'altered 0'],
      expect.stringMatching(/^ acknowledged [1-9]/),
    ]),
  );
  expect(exitCode).toBe(EXIT.ok);
});

test('a row that is written behind the reply is found lost, with the round to play again', async () => {
  const shift = { seed: SEED, plans: [planControl(SEED, 1, 'push')], onRound: () => undefined };
  const trouble = troubleIn([await workShift({ ...shift, mutant: await mutantFor('push') })]);
  expect(trouble.map(({ wrong, posted: { id } }) => `${wrong} ${id}`)).toEqual(['lost 1304/1/0']);
  expect(isSound({ control: [], trouble })).toBe(false);
  expect(reproductions(trouble, SEED)[1]).toContain('--seed 1304 --first 1 --rounds 1');
});
