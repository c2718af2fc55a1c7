/** Below this length a secret is not searched for: it would match everywhere. */
const MIN_SECRET_LENGTH = 6;

/** Every text form in which a secret may appear: plain, escaped for JSON and URLs, base64 at each alignment. */
export function formsOf(secret: string): readonly string[] {
  if (secret.length < MIN_SECRET_LENGTH) return [];
  const escaped = JSON.stringify(secret).slice(1, -1);
  const encoded = encodeURIComponent(secret);
  const forms = [
    secret,
    escaped,
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    ...base64Forms(Buffer.from(secret)),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** The characters of base64 that depend on the secret alone, for each of the three places it can start at. */
function base64Forms(secret: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const base64 = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64');
    const stable = base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6));
    const url = stable.replaceAll('+', '-').replaceAll('/', '_');
    return stable.length < MIN_SECRET_LENGTH ? [] : [stable, url, encodeURIComponent(stable)];
  });
}
