import { expect, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { askedJob, type RenderFlags } from './asked.ts';

const IMAGE = `registry.test/assay@sha256:${'a'.repeat(64)}`;
const FLAGS: RenderFlags = {
  ...{ image: IMAGE, shards: '3', claim: 'evidence', name: 'assay', home: '/assay/', deadline: '600' },
};

test('all shards run at a time unless told otherwise, with one seed that is drawn', () => {
  const job = askedJob(['corpus'], FLAGS);
  expect(job).toMatchObject({ shards: 3, parallelism: 3, home: '/assay', words: ['corpus'] });
  expect(Number.isInteger(job.seed)).toBe(true);
  expect(askedJob([], { ...FLAGS, seed: '7', parallelism: '2' })).toMatchObject({ seed: 7, parallelism: 2 });
});

test.each<[string, readonly string[], Partial<RenderFlags>, string]>([
  ['a tag', [], { image: 'registry.test/assay:latest' }, 'names no digest'],
  ['a digest that is cut off', [], { image: 'assay@sha256:abc' }, 'names no digest'],
  ['no shard', [], { shards: '0' }, '--shards 0 is not a whole number'],
  [
    'more at a time than there are',
    [],
    { parallelism: '4' },
    '--parallelism 4 is not a whole number from 1 to 3',
  ],
  ['a shard of its own', ['--shard', '1/2'], {}, '--shard cannot be handed to all shards'],
  ['an --out of its own', ['--out=x'], {}, '--out=x cannot be handed to all shards'],
  ['a name with capitals', [], { name: 'Assay' }, '--name Assay is no name'],
  ['a claim that would be YAML', [], { claim: 'a: b' }, '--claim a: b is no name'],
  ['a home that is not absolute', [], { home: 'assay' }, '--home assay is no absolute path'],
])('%s is refused', (_what, words, over, hint) => {
  const asking = () => askedJob(words, { ...FLAGS, ...over });
  expect(asking).toThrow(UsageError);
  expect(asking).toThrow(hint);
});
