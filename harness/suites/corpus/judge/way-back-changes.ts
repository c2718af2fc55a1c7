import { STATUS_CODES } from 'node:http';
import { parseJson } from '../../../support/parse-json.ts';
import { valueAt } from '../../../wire/document/pointer.ts';

/** A reply on its way from the runtime to the sender, without content coding. */
export interface Passing {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Buffer;
  /** Members of the document that the platform says instead of `body`; it may say more beside them. */
  readonly made?: Readonly<Record<string, unknown>>;
}

/** One thing that the contract has a platform make of an agent's reply. */
export interface AllowedChange {
  readonly clause: string;
  readonly title: string;
  /** The rule of `revisions.json` whose later form it is. */
  readonly rule?: string;
  readonly holds: (reply: Passing) => boolean;
  readonly becomes: (reply: Passing) => Passing;
}

/** The content type of an agent's words and of what is queued (A.9). */
export const PASSED_ON = 'application/json';
/** That of every other body that a platform makes (A.9). */
export const OWN = 'application/json; charset=utf-8';

const CAP_BYTES = 10_485_760;
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** Everything that may become of a reply, in this order; nothing else may. Agents of the corpus are external, never dead. */
export const ALLOWED_CHANGES: readonly AllowedChange[] = [
  {
    clause: 'A.7',
    title: 'of a body at most 10,485,760 bytes are read',
    holds: ({ body }) => body.length > CAP_BYTES,
    becomes: (reply) => ({ ...reply, body: reply.body.subarray(0, CAP_BYTES) }),
  },
  {
    clause: 'A.9',
    title: 'a success is always application/json',
    holds: ({ status }) => status < 300,
    becomes: (reply) => ({ ...reply, contentType: PASSED_ON }),
  },
  {
    clause: 'A.9',
    title: 'an empty success becomes an error text',
    rule: 'refusesEmptyAnswer',
    holds: ({ status, body }) => status < 300 && status !== 204 && body.length === 0,
    becomes: (reply) => made(reply, { error: 'agent returned empty response body' }),
  },
  {
    clause: 'A.9',
    title: 'from 300 on the body becomes {"error"} with the text of the agent, or the reason phrase',
    holds: ({ status }) => status >= 300,
    becomes: (reply) => made(reply, { error: errorText(reply) }),
  },
  {
    clause: 'A.9',
    title: '204 and 304 have no body, and nothing is said of its type',
    holds: ({ status }) => BODILESS.has(status),
    becomes: ({ status }) => ({ status, contentType: undefined, body: Buffer.alloc(0) }),
  },
];

function made({ status, body }: Passing, members: Passing['made'] & object): Passing {
  return { status, contentType: OWN, body, made: members };
}

function errorText({ status, body }: Passing): string {
  const error = valueAt(parseJson(body.toString()), '/error');
  return typeof error === 'string' && error !== '' ? error : reasonPhrase(status);
}

/** Where the contract's words for a status differ from those of Node. */
const OTHER_PHRASES: Readonly<Record<number, string>> = {
  413: 'Request Entity Too Large',
  414: 'Request URI Too Long',
  416: 'Requested Range Not Satisfiable',
  418: "I'm a teapot",
  509: '',
};

function reasonPhrase(status: number): string {
  return OTHER_PHRASES[status] ?? STATUS_CODES[status] ?? '';
}
