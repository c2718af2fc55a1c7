type Headers = Readonly<Record<string, string>>;

/** Header names whose values never reach a file. */
const SENSITIVE =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-molecule-.*(token|secret)|.*-(token|secret))$/i;

/** The headers with a mark in the place of every credential, its scheme kept, and all others redacted as text. */
export function redactHeaders(
  headers: Headers,
  mark: (secret: string) => string,
  text: (plain: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (!SENSITIVE.test(name)) return [name, text(value)];
      const { scheme, secret } = credentialOf(value);
      return [name, scheme + mark(secret)];
    }),
  );
}

/** What is secret in some headers; of basic authentication also its password alone. */
export function credentialsIn(headers: Headers): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!SENSITIVE.test(name)) return [];
    const { scheme, secret } = credentialOf(value);
    return scheme === 'Basic ' ? [secret, passwordIn(secret)] : [secret];
  });
}

function credentialOf(value: string): { readonly scheme: string; readonly secret: string } {
  const [, scheme = '', secret = value] = /^(Bearer |Basic )?(.*)$/s.exec(value) ?? [];
  return { scheme, secret };
}

function passwordIn(basic: string): string {
  const text = Buffer.from(basic, 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
}
