import { expect, test } from 'vitest';
import type { WorldDescription } from '../environment/world.ts';
import { renderWorld } from './worlds.ts';

test.each([
  ['s3cret', 'http://127.0.0.1:7  admin token s3cret'],
  [undefined, 'http://127.0.0.1:7  no admin token'],
])('a world tells by what its platform knows an admin: %s', (adminToken, words) => {
  const platform = { url: 'http://127.0.0.1:7', ...(adminToken !== undefined && { adminToken }) };
  const world = { subject: { name: 'reference' }, runtimes: {}, platform } as unknown as WorldDescription;
  expect(renderWorld(world)).toContain(words);
});
