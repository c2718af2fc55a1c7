import type { IncomingMessage, ServerResponse } from 'node:http';
import { AGENT_ID, type Agent, type Agents } from './agents.ts';
import { plainHeaders, readBody } from './capture.ts';
import type { SaidBytes } from './inbox.ts';
import { sendJson } from './json.ts';

/**
 * Where whoever stands before the runtime, and says its reply otherwise, puts the body that it said: by `PUT`, with the
 * same header and in it the head, `{status, headers}` as JSON in percent-encoding.
 */
export const SAID_HEADER = 'x-echo-said';

/** Keeps what agents answer beside what they were asked: the bytes that are on the wire when the sender reads them. */
export class SaidNotes {
  readonly #agents: Agents;
  readonly #secret: string;

  /** `secret` stands in the paths of `SAID_HEADER`, so that only who got a reply can say what became of it. */
  constructor(agents: Agents, secret: string) {
    this.#agents = agents;
    this.#secret = secret;
  }

  /** Notes what the response to an arrival says, as soon as all of it is said; one that breaks off leaves no note. */
  take(agent: Agent, arrival: number, response: ServerResponse): void {
    response.setHeader(SAID_HEADER, `/said/${this.#secret}/${agent.id}/${arrival}`);
    whenSaid(response, (said) => agent.inbox.addSaid(arrival, said));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , secret, id = '', arrival = ''] = (request.url ?? '').split('/');
    const agent = secret === this.#secret && AGENT_ID.test(id) ? this.#agents.find(id) : undefined;
    const body = await readBody(request);
    if (!agent || !body || request.method !== 'PUT')
      return sendJson(response, 404, { error: 'no such reply' });
    const head: Omit<SaidBytes, 'body'> = JSON.parse(
      decodeURIComponent(String(request.headers[SAID_HEADER])),
    );
    agent.inbox.addSaid(Number(arrival), { ...head, body });
    response.writeHead(204).end();
  }
}

/** Tells a response once it was ended: before its last bytes leave, so that nobody can have them earlier. */
function whenSaid(response: ServerResponse, tell: (said: SaidBytes) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const keep = ([chunk, encoding]: readonly unknown[]) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encodingOf(encoding)));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (...given: unknown[]) => {
    keep(given);
    return Reflect.apply(write, response, given);
  };
  response.end = (...given: unknown[]) => {
    keep(given);
    const { [SAID_HEADER]: _own, ...headers } = plainHeaders(headersOf(response));
    tell({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
    return Reflect.apply(end, response, given);
  };
}

function headersOf(response: ServerResponse): Record<string, string | string[]> {
  const headers = Object.entries(response.getHeaders());
  return Object.fromEntries(
    headers.map(([name, value = '']) => [name, Array.isArray(value) ? value : String(value)]),
  );
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}
