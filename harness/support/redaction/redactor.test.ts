import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor.ts';

const SECRET = 'S3cr&t "k"/ü-0123456789';

describe('redaction', () => {
  it.each([
    ['plain', SECRET],
    ['in JSON', JSON.stringify({ note: SECRET })],
    ['in a URL', `http://127.0.0.1/?t=${encodeURIComponent(SECRET)}`],
    [
      'in a URL, lower case',
      `?t=${encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())}`,
    ],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['in base64 behind one byte', Buffer.from(`:${SECRET}`).toString('base64')],
    ['in base64 behind two bytes', Buffer.from(`u:${SECRET}`).toString('base64')],
  ])('leaves no known secret %s', (_form, text) => {
    const redacted = createRedactor({ secrets: [SECRET], key: 'k' }).text(`before ${text} after`);
    expect(redacted).toMatch(/before .*redacted:[0-9a-f]{12}.* after/);
    expect(redacted).not.toContain('0123456789');
    expect(redacted).not.toContain(Buffer.from('0123456789').toString('base64').slice(4, 10));
  });

  it('gives equal secrets equal fingerprints within one key, whatever their form', () => {
    const redactor = createRedactor({ secrets: [SECRET], key: 'k' });
    const other = createRedactor({ secrets: [SECRET], key: 'other' });
    expect(redactor.text(SECRET)).toBe(redactor.text(encodeURIComponent(SECRET)));
    expect(redactor.text(SECRET)).not.toBe(other.text(SECRET));
    expect(redactor.headers({ authorization: `Bearer ${SECRET}` })).toEqual({
      authorization: `Bearer ${redactor.text(SECRET)}`,
    });
  });

  it('hides headers that carry credentials, known or not', () => {
    const headers = createRedactor({ secrets: [], key: 'k' }).headers({
      Authorization: 'Bearer unknown-token',
      cookie: 'sid=1',
      'Set-Cookie': 'sid=1',
      'x-molecule-admin-token': 'abc',
      'content-type': 'application/json',
    });
    expect(Object.values(headers).join(' ')).not.toMatch(/unknown-token|sid=1|abc/);
    expect(headers['content-type']).toBe('application/json');
  });

  it('hides a token that it meets in a reply, there and in all that follows', () => {
    const redactor = createRedactor({ secrets: [], key: 'k' });
    const body = '{"connection": {"auth_token" : "tok-abcdefgh"}, "platform_inbound_secret":"in-12345678"}';
    const redacted = redactor.bytes(Buffer.from(body)).toString();
    expect(JSON.parse(redacted).connection.auth_token).toMatch(/^redacted:[0-9a-f]{12}$/);
    expect(redacted).not.toContain('in-12345678');
    expect(redactor.text('GET /?token=tok-abcdefgh')).toBe(
      `GET /?token=${JSON.parse(redacted).connection.auth_token}`,
    );
  });

  it('reaches into bodies that are base64 in an inbox', () => {
    const redactor = createRedactor({ secrets: [SECRET], key: 'k' });
    const inbox = redactor.value({
      arrivals: [{ bodyBase64: Buffer.from(`x${SECRET}y`).toString('base64') }],
    });
    expect(Buffer.from(inbox.arrivals[0]?.bodyBase64 ?? '', 'base64').toString()).toMatch(
      /^xredacted:[0-9a-f]{12}y$/,
    );
  });

  it('keeps bytes without secrets as they are, text or not', () => {
    const redactor = createRedactor({ secrets: [SECRET], key: 'k' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(redactor.bytes(bytes).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('finds a secret between any bytes', () => {
    const redactor = createRedactor({ secrets: [SECRET], key: 'k' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (before, after) => {
        const redacted = redactor.bytes(Buffer.concat([before, Buffer.from(SECRET), after]));
        expect(redacted.includes(SECRET)).toBe(false);
      }),
    );
  });
});
