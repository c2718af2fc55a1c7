import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../support/errors.ts';
import type { BulkItem } from './item.ts';
import { ndjsonItems } from './ndjson-source.ts';

describe('an NDJSON source', () => {
  it('gives text and base64 bodies with their headers, line by line', async () => {
    const found = await read('{"id":"a","body":"{}","headers":{"x":"1"}}\n\n{"bodyBase64":"wyg="}\n');
    expect(found).toEqual([
      { id: 'a', headers: { x: '1' }, body: Buffer.from('{}') },
      { id: '3', headers: { 'content-type': 'application/json' }, body: Buffer.from([0xc3, 0x28]) },
    ]);
  });

  it.each([
    ['not json', 'not a JSON object'],
    ['{"id":"a"}', 'needs `body` or `bodyBase64`'],
    ['{"body":{}}', '`body` is not a string'],
    ['{"body":"x","header":{}}', 'unknown key `header`, did you mean `headers`?'],
    ['{"bodyBase64":"%"}', '`bodyBase64` is not base64'],
    ['{"body":"x","headers":{"a":1}}', '`headers` is not an object of strings'],
    ['{"body":"x","id":1}', '`id` is not a string'],
  ])('refuses %s with file and line', async (line, words) => {
    const failure = await read(`{"body":"x"}\n${line}\n`).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: EXIT.usage });
    expect(String(failure)).toContain('source.ndjson:2: this line is no request');
    expect(String(failure)).toContain(words);
  });

  it('that is not there is a usage error', async () => {
    const missing = async () => {
      for await (const _one of ndjsonItems('/nowhere/source.ndjson'));
    };
    await expect(missing()).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  });
});

async function read(text: string): Promise<readonly BulkItem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-source-'));
  try {
    const file = join(folder, 'source.ndjson');
    await writeFile(file, text);
    const found: BulkItem[] = [];
    for await (const one of ndjsonItems(file)) found.push(one);
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}
