import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPELLINGS } from './fixtures/spellings.ts';
import { createRedactor } from './redactor.ts';

const TOKEN = 'Adm1n-tok3n~Kx9Qz7Lw2Bn8';
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

  it.each([
    ['before an ellipsis', `{"note":"${TOKEN.slice(0, 12)}…`],
    ['before a quote and an ellipsis', `it came as "…${TOKEN.slice(0, 12)}"…`],
    ['behind an ellipsis', `…${TOKEN.slice(-12)}"}`],
    ['between two', `…${TOKEN.slice(-12)}" and "${TOKEN.slice(0, 12)}… (400 characters)`],
    ['at the end of what is long', 'x'.repeat(300) + TOKEN.slice(0, 12)],
    ['at the beginning of what is long', TOKEN.slice(-12) + 'x'.repeat(300)],
    ['in base64', 'x'.repeat(300) + Buffer.from(`:${TOKEN}`).toString('base64').slice(0, 20)],
    [
      'in escapes',
      `${'\\n'.repeat(150)}${[...TOKEN.slice(0, 12)].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('')}`,
    ],
  ])('conceals what a cut has left of a secret %s', (_place, text) => {
    const redactor = createRedactor({ secrets: [TOKEN, `${TOKEN}-and-more`], key: 'k' });
    const redacted = redactor.text(text);
    expect(redacted).toContain('redacted:');
    for (const piece of [
      TOKEN.slice(0, 8),
      TOKEN.slice(-8),
      Buffer.from(TOKEN).toString('base64').slice(0, 11),
    ])
      expect(redacted).not.toContain(piece);
    expect(JSON.stringify(redactor.value({ note: text }))).not.toMatch(/Adm1n-tok|z7Lw2Bn8/);
    const inbox = redactor.value({ bodyBase64: Buffer.from(text).toString('base64') });
    expect(Buffer.from(inbox.bodyBase64, 'base64').toString()).not.toMatch(/Adm1n-tok|z7Lw2Bn8/);
  });

  it.each(['…', '', '\\'])('conceals a member for a secret that is cut before its end: %j', (end) => {
    const redactor = createRedactor({ secrets: [], key: 'k' });
    expect(redactor.text(`{"auth_token": "TmXi0123${end}`)).toMatch(
      /^\{"auth_token": "redacted:[0-9a-f]{12}\\?$/,
    );
    expect(redactor.text('TmXi0123')).toBe('TmXi0123');
  });

  it('takes no word for a piece of a secret where nothing was cut', () => {
    const redactor = createRedactor({ secrets: [TOKEN], key: 'k' });
    const text = `{"note":"${TOKEN.slice(0, 12)}","other":"${TOKEN.slice(-12)}"}`;
    expect(redactor.text(text)).toBe(text);
    expect(redactor.text(text.padEnd(300))).toBe(text.padEnd(300));
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

  it.each(Object.entries(SPELLINGS))('finds a token in this spelling: %s', (_spelling, spell) => {
    const redactor = createRedactor({ secrets: [TOKEN], key: 'k' });
    for (const text of [`before ${spell(TOKEN)} after`, `{"note":"${spell(TOKEN)}"}`, spell(TOKEN)]) {
      const redacted = redactor.text(text);
      expect(redacted).toContain(redactor.text(TOKEN));
      expect(redacted).not.toContain(spell(TOKEN).slice(4, -4));
    }
    const value = redactor.value({ [spell(TOKEN)]: [spell(TOKEN)] });
    expect(Object.entries(value).flat(2).map(String)).toEqual(Array(2).fill(redactor.text(spell(TOKEN))));
  });

  it('keeps JSON sound, whatever is replaced in it', () => {
    const redactor = createRedactor({ secrets: [TOKEN], key: 'k' });
    const sound = ['JSON escapes', 'JSON escapes twice', 'percent signs', 'between characters without width'];
    for (const spelling of sound) {
      const body = `{"first":"\\n${SPELLINGS[spelling]?.(TOKEN)}\\t","next":9007199254740993}`;
      const redacted = redactor.text(body);
      expect(JSON.parse(redacted).first).toBe(`\n${redactor.text(TOKEN)}\t`);
      expect(redacted).toContain('9007199254740993');
    }
  });

  it('finds what stands behind the beginning of an escape', () => {
    const redactor = createRedactor({ secrets: [TOKEN], key: 'k' });
    for (const before of ['%', '\\x', '&#', '\u001b[', 'abc/', '\\']) {
      expect(redactor.text(before + TOKEN)).toBe(before + redactor.text(TOKEN));
    }
  });

  it.each(['admin', 'password', 'Workspace', 'local', '123456', '20260516', 'aaaaaaaaaaaa', 'x'])(
    'leaves the word %s alone, but for where a credential stands',
    (word) => {
      const redactor = createRedactor({ secrets: [word], key: 'k' });
      const text = `the ${word} of ${word}s, {"id":${word},"text":"${word}"}`;
      expect(redactor.text(text)).toBe(text);
      expect(redactor.text(`authorization: Bearer ${word}`)).toMatch(/Bearer redacted:[0-9a-f]{12}$/);
      expect(redactor.text(`?token=${word}&a=b`)).toMatch(/^\?token=redacted:[0-9a-f]{12}&a=b$/);
      expect(redactor.headers({ authorization: `Bearer ${word}` }).authorization).not.toContain(word);
      expect(JSON.stringify(redactor.value({ auth_token: word }))).not.toContain(`"${word}"`);
    },
  );

  it('keeps ids, numbers and words that are no secrets as they are', () => {
    const secrets = Array.from(
      { length: 300 },
      (_, index) => `mol_sk_${'0123456789abcdef'.repeat(2)}${index}`,
    );
    const redactor = createRedactor({ secrets, key: 'k' });
    const value = {
      id: 9007199254740991,
      ids: ['mol_sk_0123', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      n: 1e21,
    };
    expect(redactor.value(value)).toEqual(value);
  });

  it('replaces a number that is a secret', () => {
    const redactor = createRedactor({ secrets: ['123456789012'], key: 'k' });
    expect(redactor.value({ pin: 123456789012 })).toEqual({ pin: redactor.text('123456789012') });
  });

  it('reaches the bottom of a deep value, and changes nothing else of it', () => {
    const redactor = createRedactor({ secrets: [TOKEN], key: 'k' });
    const nested = (bottom: string) => {
      let value: unknown = bottom;
      for (let depth = 0; depth < 900; depth += 1)
        value = { [`level "${depth}"`]: [depth, value, 'ü'.repeat(50)] };
      return value;
    };
    const redacted = JSON.stringify(redactor.value(nested(TOKEN)));
    expect(redacted).toBe(JSON.stringify(nested(redactor.text(TOKEN))));
  });

  it('conceals names, texts and numbers where they are hit, among others that look alike', () => {
    const redactor = createRedactor({ secrets: [TOKEN, '123456789012'], key: 'k' });
    const value = (token: string, pin: unknown) => ({
      ...{ 7: 'first', a: -1.5e300, [token]: [null, true, '\\"', token, ''] },
      long: `${'x'.repeat(300)}${token}`,
      deep: { pin, note: `${'"'.repeat(5)}${token}` },
    });
    expect(redactor.value(value(TOKEN, 123456789012))).toEqual(
      value(redactor.text(TOKEN), redactor.text('123456789012')),
    );
  });

  it('finds in a body that was clean before what another branch has learnt since', () => {
    const redactor = createRedactor({ secrets: [], key: 'k' });
    const [one, other] = [redactor.branch(), redactor.branch()];
    const body = { content: `${'x'.repeat(300)}${TOKEN}`, bodyBase64: Buffer.from(TOKEN).toString('base64') };
    expect(one.value(body)).toEqual(body);
    other.learn(TOKEN);
    expect(JSON.stringify(one.value(body))).not.toContain(TOKEN);
    expect(one.value(body).bodyBase64).not.toBe(body.bodyBase64);
  });

  it('shares what it is told with its branches, and nothing that they meet', () => {
    const redactor = createRedactor({ secrets: [], key: 'k' });
    const [one, other] = [redactor.branch(), redactor.branch()];
    redactor.learn(TOKEN);
    expect(one.text(TOKEN)).toBe(other.text(TOKEN));
    one.text('{"password":"correct-h0rse"}');
    expect(one.text('correct-h0rse')).toMatch(/^redacted:/);
    expect(other.text('correct-h0rse')).toBe('correct-h0rse');
  });
});
