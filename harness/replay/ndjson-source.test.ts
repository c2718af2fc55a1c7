import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

  it('keeps a line whole that has a line separator of Unicode, or a carriage return at its end', async () => {
    const found = await read('{"body":"a\u2028b\u2029c\u0085d"}\r\n{"body":"e"}');
    expect(found.map(({ body }) => Buffer.from(body).toString())).toEqual(['a\u2028b\u2029c\u0085d', 'e']);
  });

  it('is read without its byte order mark', async () => {
    expect(await read('\ufeff{"body":"x"}\n')).toMatchObject([{ id: '1' }]);
  });

  it('is read through gzip, of several members too', async () => {
    const two = Buffer.concat([gzipSync('{"body":"x"}\n{"bo'), gzipSync('dy":"y"}\n')]);
    expect(await read(two)).toMatchObject([{ id: '1' }, { id: '2' }]);
  });

  it('that is broken gzip is refused with the line at which it breaks', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `{"body":"${n} ${Math.sin(n)}"}\n`).join('');
    const failure = await read(gzipSync(lines).subarray(0, -9)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'UNREADABLE_FILE', exitCode: EXIT.usage });
    expect(String(failure)).toMatch(/source\.ndjson:\d{4,}: |source\.ndjson:\d{4,} cannot be read/);
  });

  it.each([
    [
      'bytes that are not UTF-8',
      Buffer.from('{"body":"\xc3\x28"}', 'latin1'),
      'that is not UTF-8, from byte 9 on',
    ],
    ['UTF-16', Buffer.from('{"body":"x"}', 'utf16le'), 'in UTF-16'],
    ['half of a surrogate pair', '{"body":"\\ud83d"}', '`body` has half of a surrogate pair'],
  ])('refuses %s with the line, and sends no replacement for them', async (_name, line, words) => {
    const file = Buffer.concat([
      Buffer.from('{"body":"x"}\n'),
      Buffer.from(line as string),
      Buffer.from('\n'),
    ]);
    const failure = await read(file).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'BAD_LINE', exitCode: EXIT.usage });
    expect(String(failure)).toContain('source.ndjson:2: ');
    expect(String(failure)).toContain(words);
  });

  it('gives what stands before a bad line', async () => {
    const found: string[] = [];
    await expect(read('{"id":"a","body":"x"}\n{"id":"b","body":"x"}\nbad\n', found)).rejects.toThrow(':3: ');
    expect(found).toEqual(['a', 'b']);
  });

  it('that is not there is a usage error', async () => {
    const missing = async () => {
      for await (const _one of ndjsonItems('/nowhere/source.ndjson'));
    };
    await expect(missing()).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  });
});

async function read(bytes: string | Buffer, ids: string[] = []): Promise<readonly BulkItem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-source-'));
  try {
    const file = join(folder, 'source.ndjson');
    await writeFile(file, bytes);
    const found: BulkItem[] = [];
    for await (const one of ndjsonItems(file)) {
      found.push(one);
      ids.push(one.id);
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}
