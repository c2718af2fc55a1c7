import type { IncomingMessage, ServerResponse } from 'node:http';
import { seam } from '../seam.ts';
import { admitted } from './admission.ts';
import { AGENT_ID, type Agent, type Agents } from './agents.ts';
import { BODY_LIMIT_BYTES, plainHeaders, readBody } from './capture.ts';
import { heldBack } from './hold.ts';
import { sendJson } from './json.ts';
import { answerHalf, leave } from './leave.ts';
import type { Line } from './lines/line.ts';
import { markAsOwn } from './own-headers.ts';
import type { SaidNotes } from './said.ts';

/** Marks a polled row that the poll client brings in by itself; it is noted already and no mode applies to it. */
export const POLLED_HEADER = 'x-echo-polled';

const AGENT_PATH = /^\/agents\/([^/?]+)(.*)$/;

/** The bytes that the protocol line gets. */
export const forward = seam('runtime.forward', (body: Buffer, _agent: string): Buffer => body);

/** What stands in front of every line: finds the agent, notes the raw bytes and the answer, applies the mode. */
export class AgentFront {
  readonly #agents: Agents;
  readonly #line: Line;
  readonly #said: SaidNotes;
  readonly #pollSecret: string;

  constructor(agents: Agents, line: Line, said: SaidNotes, pollSecret: string) {
    this.#agents = agents;
    this.#line = line;
    this.#said = said;
    this.#pollSecret = pollSecret;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id = '', rest = ''] = AGENT_PATH.exec(request.url ?? '') ?? [];
    if (!AGENT_ID.test(id)) return sendJson(response, 404, { error: `not an agent id: ${id}` });
    const body = await readBody(request).catch(() => 'aborted' as const);
    if (body === 'aborted') return;
    if (!body) return sendJson(response, 413, { error: `body exceeds ${BODY_LIMIT_BYTES} bytes` });
    const agent = this.#agents.open(id);
    if (agent.away) return void response.destroy();
    if (await this.#admit(agent, rest, request, response, body)) {
      const path = rest.startsWith('/') ? rest : `/${rest}`;
      const call = { agent, path, request, response, body: forward(body, id) };
      await heldBack(agent.setup, body, response, () => this.#line.serve(call));
    }
  }

  async #admit(
    agent: Agent,
    rest: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<boolean> {
    if (
      request.method !== 'POST' ||
      rest.startsWith('/.well-known/') ||
      request.headers[POLLED_HEADER] === this.#pollSecret
    )
      return true;
    const headers = plainHeaders(request.headers);
    const arrival = { agent: agent.id, via: 'push', path: request.url ?? '', headers, body } as const;
    markAsOwn(agent.id, response);
    const seq = agent.inbox.addArrival(arrival);
    if (seq !== undefined) this.#said.take(agent, seq, response);
    if (agent.setup.leaves) return this.#leaves(agent, agent.setup.leaves, response);
    return admitted(agent.id, agent.setup, response);
  }

  /** Whether the request is still to be served: half an answer to it is. */
  #leaves(agent: Agent, when: 'asked' | 'answering', response: ServerResponse): boolean {
    const gone = () => {
      // A port that somebody else has by now refuses or answers as theirs: this agent is away all the same.
      leave(this.#agents, agent).catch(() => undefined);
      response.destroy();
    };
    if (when === 'asked') gone();
    else answerHalf(response, gone);
    return when === 'answering';
  }
}
