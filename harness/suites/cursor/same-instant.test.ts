import { expect, test } from 'vitest';
import { putIntoOneInstant } from './same-instant.ts';

test('a database that is closed to us is told, one that refuses us is no reason to pass over the case', async () => {
  expect(await putIntoOneInstant(undefined, 'w-1')).toContain('not open to us');
  await expect(putIntoOneInstant('postgres://nobody@127.0.0.1:1/none', 'w-1')).rejects.toMatchObject({
    code: 'SUBJECT_DATABASE',
    exitCode: 2,
  });
});
