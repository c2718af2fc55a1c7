import type { Subject } from '../config/subject.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import type { RunJob } from './job.ts';

/** What may carry a secret on any command line: the password of a URL, and what is named as a token or password. */
const SECRET_WORDS = [/(?<=:\/\/[^/@:\s]*:)[^/@\s]+(?=@)/g, /(?<=(?:token|password|secret|key)=)[^&\s]+/gi];

/** The words of the command line as reports may have them. */
export function toldWords({ argv, subject }: RunJob, redactionKey: string): readonly string[] {
  const found = argv.flatMap((word) => SECRET_WORDS.flatMap((secret) => word.match(secret) ?? []));
  const redactor = createRedactor({ secrets: [...found, ...tokensOf(subject)], key: redactionKey });
  return argv.map(redactor.text);
}

function tokensOf(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'reference':
      return [];
    case 'command':
      return textsOf(subject.adminToken).filter((token) => !token.includes('{{'));
    case 'remote':
      return textsOf(subject.platform?.adminToken);
    case 'runtime':
      return Object.values(subject.terms.headers);
    default:
      throw subject satisfies never;
  }
}

function textsOf(token: string | undefined): readonly string[] {
  return token === undefined ? [] : [token];
}
