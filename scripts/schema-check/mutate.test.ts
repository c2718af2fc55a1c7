import { expect, test } from 'vitest';
import { manyMutants, singleMutants } from './mutate.ts';

const DOCUMENT = { role: 'user', parts: [{ text: 'hi' }] };
const changes = (mutants: readonly { readonly change: string }[]) => mutants.map(({ change }) => change);

test('single mutants drop, replace and add in every place, and leave the original alone', () => {
  const found = singleMutants(DOCUMENT);
  expect(changes(found)).toEqual(
    expect.arrayContaining([
      '/ = null',
      '/role dropped',
      '/role = 0',
      '/parts = {}',
      '/parts/0 = null',
      '/parts/0/text dropped',
      '/parts/0/unheardOf added',
    ]),
  );
  expect(found.find(({ change }) => change === '/parts/0/text dropped')?.document).toEqual({
    role: 'user',
    parts: [{}],
  });
  expect(DOCUMENT).toEqual({ role: 'user', parts: [{ text: 'hi' }] });
});

test('single mutants stay above the depth that is asked for', () => {
  expect(changes(singleMutants(DOCUMENT, 1))).not.toContain('/parts/0 = null');
});

test('the same seed gives the same mutants, another seed gives others', () => {
  const seven = changes(manyMutants(DOCUMENT, 20, 7));
  expect(seven).toHaveLength(20);
  expect(changes(manyMutants(DOCUMENT, 20, 7))).toEqual(seven);
  expect(changes(manyMutants(DOCUMENT, 20, 8))).not.toEqual(seven);
});

test('a document without any member has mutants too', () => {
  expect(singleMutants(null).length).toBeGreaterThan(5);
  expect(manyMutants('text', 3, 1)).toHaveLength(3);
});
