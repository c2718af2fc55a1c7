import type { FileSpec } from './canary.ts';

/** The two forms that a request can have on the wire; 0.2 is written as 0.3 is. */
export type WireLine = '0.3' | '1.0';

/** One message as it is to go out. */
export interface Outgoing {
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly FileSpec[];
  readonly contextId?: string;
  readonly taskId?: string;
  /** Whether the answer is to come with the reply. */
  readonly waits: boolean;
  /** Whether it is to come as a stream of events. */
  readonly streams: boolean;
  /** What was said before, for a runtime that keeps no sessions. */
  readonly history?: readonly HistoryLine[];
}

/** One message of the history that goes along. */
export interface HistoryLine {
  readonly role: 'user' | 'agent';
  readonly text: string;
}

/** The platform sends so many turns along, and no files. */
const HISTORY_LINES = 20;

/** The JSON-RPC request that carries a message, as contract J.2 has it for 0.x. */
export function sendRequest(line: WireLine, message: Outgoing): object {
  const { messageId, streams } = message;
  const method = {
    '0.3': ['message/send', 'message/stream'],
    '1.0': ['SendMessage', 'SendStreamingMessage'],
  }[line];
  return {
    ...{ jsonrpc: '2.0', id: messageId, method: method[streams ? 1 : 0] },
    params: line === '1.0' ? paramsOf1(message) : paramsOf0x(message),
  };
}

/** Asks for a task with its history: some runtimes say their answer nowhere else. */
export function taskRequest(line: WireLine, id: string, taskId: string): object {
  return {
    ...{ jsonrpc: '2.0', id, method: line === '1.0' ? 'GetTask' : 'tasks/get' },
    params: { id: taskId, historyLength: 100 },
  };
}

/** Asks that a task be cancelled. */
export function cancelRequest(line: WireLine, id: string, taskId: string): object {
  return {
    ...{ jsonrpc: '2.0', id, method: line === '1.0' ? 'CancelTask' : 'tasks/cancel' },
    params: { id: taskId },
  };
}

/** The headers of every request on this line. */
export function headersOf(line: WireLine): Readonly<Record<string, string>> {
  return { 'content-type': 'application/json', ...(line === '1.0' && { 'a2a-version': '1.0' }) };
}

function paramsOf0x({ messageId, text, files, waits, history, ...ids }: Outgoing): object {
  const parts = [
    ...(text === '' ? [] : [{ kind: 'text', text }]),
    ...files.map(({ name, type, text: content }) => ({
      kind: 'file',
      file: { name, mimeType: type, bytes: base64(content) },
    })),
  ];
  const past = history
    ?.slice(-HISTORY_LINES)
    .map(({ role, text: said }) => ({ role, parts: [{ kind: 'text', text: said }] }));
  return {
    message: { role: 'user', messageId, kind: 'message', ...idsOf(ids), parts },
    configuration: { acceptedOutputModes: ['text/plain'], blocking: waits },
    ...(past && past.length > 0 && { metadata: { history: past } }),
  };
}

function paramsOf1({ messageId, text, files, waits, history, ...ids }: Outgoing): object {
  const parts = [
    ...(text === '' ? [] : [{ text }]),
    ...files.map(({ name, type, text: content }) => ({
      raw: base64(content),
      filename: name,
      mediaType: type,
    })),
  ];
  const past = history
    ?.slice(-HISTORY_LINES)
    .map(({ role, text: said }) => ({ role, parts: [{ text: said }] }));
  return {
    message: { role: 'ROLE_USER', messageId, ...idsOf(ids), parts },
    configuration: { acceptedOutputModes: ['text/plain'], returnImmediately: !waits },
    ...(past && past.length > 0 && { metadata: { history: past } }),
  };
}

function idsOf({ contextId, taskId }: Pick<Outgoing, 'contextId' | 'taskId'>): object {
  return { ...(contextId !== undefined && { contextId }), ...(taskId !== undefined && { taskId }) };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
