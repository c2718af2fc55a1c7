import { seam } from '../../seam.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Attachment, filesOf, isKind, partsOf, textOf } from './parts.ts';

/** One line of a conversation as a client reads it (D). */
export interface ChatMessage {
  readonly role: 'user' | 'agent' | 'system';
  readonly content: string;
  readonly attachments: readonly Attachment[];
}

/** A stored round trip: both documents as they went over the wire. */
export interface RoundTrip {
  readonly request: Json | undefined;
  readonly response: Json | undefined;
  readonly status: string;
  readonly errorDetail: string | null;
}

const INTERNAL_PREFIX = 'Delegation results are ready';

/** The messages of one row: the user's first, then what came back. */
export function messagesOf(row: RoundTrip): readonly ChatMessage[] {
  return [userMessage(row.request), agentMessage(row)].filter((message) => message !== undefined);
}

/** All text parts joined (careful rule), unless the platform itself wrote them. */
export const userMessage = seam('platform.userMessage', readUserMessage);

function readUserMessage(request: Json | undefined): ChatMessage | undefined {
  const params = isObject(request) ? request.params : undefined;
  const parts = partsOf(isObject(params) ? params.message : undefined);
  const content = joined(parts.map(textOf));
  const attachments = filesOf(parts);
  if (content.startsWith(INTERNAL_PREFIX) || (content === '' && attachments.length === 0)) return undefined;
  return { role: 'user', content, attachments };
}

/** The agent's words, or a system message when all there is is an error (careful rule). */
export const agentMessage = seam('platform.agentMessage', readAgentMessage);

function readAgentMessage(row: RoundTrip): ChatMessage | undefined {
  const response = isObject(row.response) ? row.response : {};
  const said = replyText(response);
  const attachments = responseFiles(response);
  if (said === '' && attachments.length === 0) return errorMessage(response, row);
  const failed = row.status === 'error' || said.toLowerCase().startsWith('agent error');
  return { role: failed ? 'system' : 'agent', content: said, attachments };
}

function errorMessage(response: JsonObject, row: RoundTrip): ChatMessage | undefined {
  const error = isObject(response.error) ? response.error.message : response.error;
  const content =
    typeof error === 'string' && error !== '' ? error : row.status === 'error' ? (row.errorDetail ?? '') : '';
  return content === '' ? undefined : { role: 'system', content, attachments: [] };
}

function replyText(response: JsonObject): string {
  const { result, task } = response;
  if (typeof result === 'string' && result !== '') return result;
  const parts = partsOf(result);
  const roots = parts.map((part) => (isObject(part.root) ? textOf(part.root) : undefined));
  const said = joined([
    ...texts(parts),
    ...roots,
    ...artifacts(result).flatMap((artifact) => texts(partsOf(artifact))),
  ]);
  return said !== '' ? said : typeof task === 'string' ? task : '';
}

function texts(parts: readonly JsonObject[]): readonly (string | undefined)[] {
  return parts.filter((part) => isKind(part, 'text')).map(textOf);
}

function joined(pieces: readonly (string | undefined)[]): string {
  return pieces.filter((piece) => piece !== undefined).join('\n');
}

function artifacts(result: Json | undefined): readonly Json[] {
  return isObject(result) && Array.isArray(result.artifacts) ? result.artifacts : [];
}

/** Files come from every place of a reply, the status and message of a Task included; notify keeps its own on top. */
function responseFiles(response: JsonObject): readonly Attachment[] {
  const { result } = response;
  const status = isObject(result) && isObject(result.status) ? result.status.message : undefined;
  const message = isObject(result) ? result.message : undefined;
  const holders = [response, result, ...artifacts(result), status, message];
  return holders.flatMap((holder) => filesOf(partsOf(holder)));
}
