import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor.ts';

const TOKEN = 'Adm1n-tok3n~Kx9Qz7Lw2Bn8';
const numbers = (text: string) => [...Buffer.from(text)];
const redactor = createRedactor({ secrets: [TOKEN, 'pässwörter-Übung-7'], key: 'k' });

describe('a secret in a list', () => {
  it.each([
    ['of numbers', numbers(TOKEN)],
    ['of letters', [...TOKEN]],
    ['of hexadecimal numbers', numbers(TOKEN).map((byte) => `0x${byte.toString(16)}`)],
  ])('%s of JSON has its fingerprint in the place of each item, and of nothing beside', (_what, list) => {
    const mark = redactor.text(TOKEN);
    const beside = { ids: [7, 300, 4096], name: 'before', at: [1, 2, 3, 4, 5, 6, 7, 8], b: 'c' };
    const value = (items: unknown) => ({ ...beside, list: items, after: 'x' });
    expect(redactor.value(value(list))).toEqual(value(list.map(() => mark)));
  });

  it('is found among other numbers, and these stay', () => {
    const list = `[1, 2, 3, ${numbers(TOKEN).join(', ')}, 4, 5]`;
    expect(redactor.text(list)).toBe(`[1, 2, 3, ${redactor.text(TOKEN)}, 4, 5]`);
  });

  it.each([
    ['ends of lines', '\n'],
    ['escaped ends of lines', '\\n'],
    ['indentation', `,\n${' '.repeat(40)}`],
    ['colours', '\u001b[39m, \u001b[33m'],
    ['escaped commas', '%2C'],
    ['other spaces', '\u00a0'],
    ['points', ' · '],
  ])('is found whatever stands between its numbers: %s', (_what, between) => {
    const text = `a ${numbers(TOKEN).join(between)} b`;
    expect(redactor.text(text)).toBe(`a ${redactor.text(TOKEN)} b`);
  });

  it('that is not ASCII is found as numbers, in UTF-16 and backwards', () => {
    const secret = 'pässwörter-Übung-7';
    const mark = redactor.text(secret);
    const utf16 = Buffer.from(secret, 'utf16le');
    for (const text of [numbers(secret).join(' '), utf16.toString('hex'), [...secret].reverse().join('')])
      expect(redactor.text(`. ${text} .`)).toContain(mark);
    expect(redactor.bytes(utf16).includes(mark)).toBe(true);
    expect(redactor.text(Buffer.from(utf16).swap16().toString('base64'))).toContain(mark);
  });

  it.each([
    ['before an ellipsis', (list: string) => `got ${list.slice(0, 60)}…`],
    ['before an ellipsis that goes through a number', (list: string) => `got ${list.slice(0, 61)}…`],
    ['behind an ellipsis', (list: string) => `got "…${list.slice(-60)} so`],
    ['behind an ellipsis that goes through a number', (list: string) => `got "…${list.slice(-61)} so`],
    ['at the end of what is long', (list: string) => `${'x'.repeat(300)} ${list.slice(0, 60)}`],
    ['at the beginning of what is long', (list: string) => `${list.slice(-60)} ${'x'.repeat(300)}`],
  ])('is concealed %s', (_place, cut) => {
    const list = numbers(TOKEN)
      .map((byte) => String(byte).padStart(3, '0'))
      .join(', ');
    const redacted = redactor.text(cut(list));
    expect(redacted).toContain('redacted:');
    expect(redacted).not.toMatch(/\d{3}, \d{3}/);
  });

  it.each([
    [
      'of hexdump',
      (at: string, hex: string, text: string) => `${at}  ${hex.replace(/../g, '$& ').padEnd(49)} |${text}|`,
    ],
    [
      'of xxd',
      (at: string, hex: string, text: string) => `${at}: ${hex.replace(/.{4}/g, '$& ').padEnd(41)} ${text}`,
    ],
  ])('is found in the lines of a dump %s, and in what they show as text', (_program, line) => {
    const body = Buffer.from(`{"note":"${TOKEN}","other":"words that stay"}`);
    const rows = Array.from({ length: Math.ceil(body.length / 16) }, (_, row) => {
      const part = body.subarray(16 * row, 16 * row + 16);
      return line((16 * row).toString(16).padStart(8, '0'), part.toString('hex'), part.toString());
    });
    const redacted = redactor.text(`dump:\n${rows.join('\n')}\nend`);
    expect(redacted).toContain(redactor.text(TOKEN));
    expect(redacted).not.toMatch(/Adm1|n-tok|Qz7L|Bn8|6d31|6d 31|426e|42 6e/);
    expect(redacted).toMatch(/^dump:\n00000000.+7b.+73.?20.?74.+s that stay/s);
    expect(redacted).toMatch(/\nend$/);
    const told = JSON.stringify(redactor.value({ dump: rows.join('\n'), lines: rows }));
    expect(told).not.toMatch(/Adm1|n-tok|Qz7L|Bn8|6d31|6d 31|426e|42 6e/);
  });

  it('is no secret backwards when it is a number', () => {
    const pin = createRedactor({ secrets: ['123456789012'], key: 'k' });
    expect(pin.text('210987654321')).toBe('210987654321');
    expect(pin.text('123456789012')).not.toBe('123456789012');
  });
});

describe('what is large and no secret', () => {
  const COUNT = 100_000;
  const byte = (index: number) => createHash('md5').update(String(index)).digest()[0] ?? 0;
  const bytes = Buffer.from(Array.from({ length: COUNT }, (_, index) => byte(index)));
  const hex = bytes.toString('hex');
  const lines = (row: (index: number) => string) =>
    Array.from({ length: COUNT / 16 }, (_, index) => row(16 * index)).join('\n');
  const many = createRedactor({
    secrets: [TOKEN, ...Array.from({ length: 300 }, (_, index) => `mol_sk_${hex.slice(0, 32)}${index}`)],
    key: 'k',
  });

  it.each([
    ['numbers of bytes', JSON.stringify([...bytes])],
    ['ascending numbers', JSON.stringify(Array.from({ length: COUNT }, (_, index) => index))],
    ['numbers of printable bytes', Array.from(bytes, (each) => 32 + (each % 95)).join(' ')],
    ['single digits', Array.from(bytes, (each) => each % 10).join(',')],
    ['letters', Array.from(bytes, (each) => 'abcdefghij-'[each % 11]).join(' ')],
    ['hexadecimal bytes', hex.replace(/../g, '$& ')],
    ['hexadecimal bytes with 0x', hex.replace(/../g, '0x$&, ')],
    ['hexadecimal digits', hex],
    [
      'a hexadecimal dump',
      lines((at) => `${at.toString(16).padStart(8, '0')}  ${hex.slice(2 * at, 2 * at + 32)} |.a${at}.|`),
    ],
    ['base64 of chance', bytes.toString('base64')],
    ['base64 of UTF-16', Buffer.from(hex, 'utf16le').toString('base64')],
    [
      'ids',
      lines((at) => `${hex.slice(at, at + 8)}-${hex.slice(at, at + 4)}-4${hex.slice(at, at + 3)}: ${at}`),
    ],
    ['names of cases', lines((at) => `corpus/v03-text-${at}@strict corpus/hg-content-string@0.${at}`)],
  ])('comes out byte for byte: %s', (_what, text) => {
    expect(many.text(text) === text).toBe(true);
    expect(many.bytes(Buffer.from(text)).equals(Buffer.from(text))).toBe(true);
    expect(many.value({ text, list: [text.slice(0, 200)] })).toEqual({ text, list: [text.slice(0, 200)] });
  });

  it('keeps a list of a hundred thousand numbers a list of numbers', () => {
    const value = { data: [...bytes], type: 'Buffer' };
    expect(JSON.stringify(many.value(value)) === JSON.stringify(value)).toBe(true);
  });
});
