import { seam } from '../../seam.ts';
import type { Reply } from '../a2a/reply.ts';
import { partsOf, textOf } from '../chat/parts.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Rules } from '../rules.ts';

/** What a reply of the proxy means for the task that was sent. */
export type Judged =
  | { readonly kind: 'completed'; readonly text: string }
  | { readonly kind: 'queued' }
  | { readonly kind: 'failed'; readonly error: string; readonly mayRetry: boolean };

/** Tells an answer of the agent from a word of the platform: that a message waits is no answer (C.5). */
export const judgeReply = seam('platform.judgeDelegation', verdictOn);

function verdictOn(reply: Reply, rules: Rules): Judged {
  const { status, agent } = reply;
  const own = agent === undefined ? documentOf(reply.body) : undefined;
  if (agent === undefined) {
    if (status < 300) return { kind: 'queued' };
    return { kind: 'failed', error: errorOf(own, status), mayRetry: isTransient(status, own) };
  }
  if (confirms(reply, agent, rules)) return { kind: 'completed', text: replyText(agent) };
  const error = errorOf(documentOf(reply.body), status);
  return { kind: 'failed', error, mayRetry: agentMayBeAskedAgain(reply, agent, rules) };
}

/** A body that broke off still says that the agent acted, as far as something of it came. */
function confirms(reply: Reply, agent: Buffer, rules: Rules): boolean {
  const empty = rules.refusesEmptyAnswer && agent.length === 0;
  if (reply.status < 300) return !empty;
  return agent.length > 0 && documentOf(reply.body)?.delivery_confirmed === true;
}

/** The message never reached an agent: nobody was there, or the container that should have been is being restarted. */
function isTransient(status: number, own: JsonObject | undefined): boolean {
  return status === 502 || (status === 503 && own?.restarting === true);
}

/** An agent that answered has the message; once a 502 of its own was taken for the platform's. */
function agentMayBeAskedAgain({ status, body }: Reply, agent: Buffer, rules: Rules): boolean {
  if (status !== 502 || documentOf(body)?.delivery_confirmed === true) return false;
  return !rules.retriesUndeliveredOnly || agent.length === 0;
}

function errorOf(document: JsonObject | undefined, status: number): string {
  const error = document?.error;
  if (typeof error === 'string' && error !== '') return error;
  return status < 300 ? 'agent returned empty response body' : `agent answered ${status}`;
}

/** The text of an agent's answer: that of its parts, else of its artifacts, else the answer as it came. */
export function replyText(body: Buffer): string {
  const result = documentOf(body)?.result;
  const artifacts = isObject(result) && Array.isArray(result.artifacts) ? result.artifacts : [];
  const pieces = [textsOf(result), artifacts.flatMap(textsOf)].find(({ length }) => length > 0);
  return pieces?.join('\n') ?? body.toString();
}

function textsOf(holder: Json | undefined): readonly string[] {
  return partsOf(holder)
    .filter(({ kind }) => kind === 'text')
    .flatMap((part) => textOf(part) ?? []);
}

function documentOf(body: Buffer | string): JsonObject | undefined {
  try {
    const document = parseJson(Buffer.from(body));
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}
