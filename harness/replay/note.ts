import { randomBytes } from 'node:crypto';
import { createRedactor, type Redactor } from '../support/redaction/redactor.ts';
import { credentialsIn } from '../support/redaction/sensitive-headers.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * Takes the credentials of a request out of what its reply said. Equal ones have equal fingerprints in one replay; the
 * requests of one item share their headers, so the redactor of the last one mostly fits.
 */
export function noteConcealer(): (note: string, headers: Headers) => string {
  const key = randomBytes(32);
  let last: { readonly headers: Headers; readonly redactor: Redactor } | undefined;
  return (note, headers) => {
    if (last?.headers !== headers) {
      last = { headers, redactor: createRedactor({ secrets: credentialsIn(headers), key }) };
    }
    return last.redactor.text(note);
  };
}
