import { describe, expect, test } from 'vitest';
import { examplesOf } from './examples.ts';
import { EXEMPLARS } from './exemplars.ts';
import { ourJudges, readMethods, readOurs } from './ours.ts';
import { VERSIONS, type Version } from './versions.ts';

const judges = ourJudges();
const part = { kind: 'text', text: 'hi' };
const message = { kind: 'message', role: 'user', messageId: 'm', parts: [part] };
const request = { jsonrpc: '2.0', id: 1, method: 'message/send', params: { message } };
const message10 = { role: 'ROLE_USER', messageId: 'm', parts: [{ text: 'hi' }] };
const request10 = { jsonrpc: '2.0', id: 1, method: 'SendMessage', params: { message: message10 } };
const without = (document: object, name: string) =>
  Object.fromEntries(Object.entries(document).filter(([key]) => key !== name));

type Row = readonly [claim: string, definition: string, document: unknown, verdicts: string];

/** Verdicts in the order of 0.2 and 0.3: `+` valid, `-` invalid. */
const JSON_ROWS: readonly Row[] = [
  ['a text message', 'SendMessageRequest', request, '++'],
  ['a string id', 'SendMessageRequest', { ...request, id: 'a' }, '++'],
  ['no id', 'SendMessageRequest', without(request, 'id'), '--'],
  ['a null id', 'SendMessageRequest', { ...request, id: null }, '--'],
  ['a fractional id', 'SendMessageRequest', { ...request, id: 1.5 }, '--'],
  ['no jsonrpc', 'SendMessageRequest', without(request, 'jsonrpc'), '--'],
  ['jsonrpc 1.0', 'SendMessageRequest', { ...request, jsonrpc: '1.0' }, '--'],
  ['the method of 0.1', 'SendMessageRequest', { ...request, method: 'tasks/send' }, '--'],
  ['no params', 'SendMessageRequest', without(request, 'params'), '--'],
  ['params as a list', 'SendMessageRequest', { ...request, params: [message] }, '--'],
  ['an unknown member', 'SendMessageRequest', { ...request, extra: 1 }, '++'],
  ['the null document', 'A2ARequest', null, '--'],
  ['an empty object', 'A2ARequest', {}, '--'],
  ['a batch', 'A2ARequest', [request], '--'],
  ['the method of 1.0', 'A2ARequest', request10, '--'],
  ['the card request that 0.3 added', 'A2ARequest', extendedCard(), '-+'],
  ['content instead of parts', 'Message', { ...without(message, 'parts'), content: 'hi' }, '--'],
  ['content beside parts', 'Message', { ...message, content: 'hi' }, '++'],
  ['no kind on the message', 'Message', without(message, 'kind'), '--'],
  ['no messageId', 'Message', without(message, 'messageId'), '--'],
  ['a numeric messageId', 'Message', { ...message, messageId: 5 }, '--'],
  ['no role', 'Message', without(message, 'role'), '--'],
  ['role agent', 'Message', { ...message, role: 'agent' }, '++'],
  ['role assistant', 'Message', { ...message, role: 'assistant' }, '--'],
  ['role ROLE_USER', 'Message', { ...message, role: 'ROLE_USER' }, '--'],
  ['no parts at all', 'Message', { ...message, parts: [] }, '++'],
  ['parts null', 'Message', { ...message, parts: null }, '--'],
  ['a bare string part', 'Message', { ...message, parts: ['hi'] }, '--'],
  ['metadata as a list', 'Message', { ...message, metadata: [] }, '--'],
  ['type instead of kind', 'Part', { type: 'text', text: 'hi' }, '--'],
  ['a part without kind', 'Part', { text: 'hi' }, '--'],
  ['an unknown kind', 'Part', { kind: 'image', text: 'hi' }, '--'],
  ['numeric text', 'Part', { kind: 'text', text: 42 }, '--'],
  ['empty text', 'Part', { kind: 'text', text: '' }, '++'],
  ['a file by uri', 'Part', { kind: 'file', file: { uri: 'u' } }, '++'],
  ['a file by bytes', 'Part', { kind: 'file', file: { bytes: 'aGk=' } }, '++'],
  ['a file by both', 'Part', { kind: 'file', file: { bytes: 'aGk=', uri: 'u' } }, '++'],
  ['a file by neither', 'Part', { kind: 'file', file: { name: 'n' } }, '--'],
  ['fileWithUri', 'Part', { kind: 'file', file: { fileWithUri: 'u' } }, '--'],
  ['bytes that are no base64', 'Part', { kind: 'file', file: { bytes: '***' } }, '++'],
  ['object data', 'Part', { kind: 'data', data: { a: 1 } }, '++'],
  ['list data', 'Part', { kind: 'data', data: [1] }, '--'],
  ['null data', 'Part', { kind: 'data', data: null }, '--'],
  ['configuration without output modes', 'MessageSendParams', { message, configuration: {} }, '++'],
  ['a negative historyLength', 'TaskQueryParams', { id: 't', historyLength: -1 }, '++'],
  ['state unknown', 'TaskStatus', { state: 'unknown' }, '++'],
  ['a state of 1.0', 'TaskStatus', { state: 'TASK_STATE_WORKING' }, '--'],
  ['an error with any data', 'JSONRPCError', { code: -1, message: 'm', data: [1] }, '++'],
  [
    'a response with a null id',
    'JSONRPCErrorResponse',
    { jsonrpc: '2.0', id: null, error: { code: 1, message: 'm' } },
    '++',
  ],
  [
    'a response without id',
    'JSONRPCErrorResponse',
    { jsonrpc: '2.0', error: { code: 1, message: 'm' } },
    '--',
  ],
  ['an update without final', 'TaskStatusUpdateEvent', update(), '--'],
];

const ROWS_10: readonly Row[] = [
  ['a text message', 'SendMessageCall', request10, '+'],
  ['the method of 0.3', 'SendMessageCall', { ...request10, method: 'message/send' }, '-'],
  ['no message', 'SendMessageRequest', {}, '-'],
  ['an unknown member', 'Message', { ...message10, kind: 'message' }, '+'],
  ['no messageId', 'Message', without(message10, 'messageId'), '-'],
  ['messageId in snake_case only', 'Message', { ...without(message10, 'messageId'), message_id: 'm' }, '-'],
  ['role user', 'Message', { ...message10, role: 'user' }, '-'],
  ['a role by number', 'Message', { ...message10, role: 1 }, '+'],
  ['no parts at all', 'Message', { ...message10, parts: [] }, '-'],
  ['content instead of parts', 'Message', { ...without(message10, 'parts'), content: [{ text: 'hi' }] }, '-'],
  ['a part with kind', 'Part', { kind: 'text', text: 'hi' }, '+'],
  ['an empty part', 'Part', {}, '-'],
  ['text and url', 'Part', { text: 'hi', url: 'u' }, '-'],
  ['null data', 'Part', { data: null }, '+'],
  ['list data', 'Part', { data: [1] }, '+'],
  ['raw that is no base64', 'Part', { raw: '***' }, '-'],
  ['a file part of 0.3', 'Part', { kind: 'file', file: { uri: 'u' } }, '-'],
  ['a bare task as result', 'SendMessageResponse', { id: 't', status: { state: 'TASK_STATE_WORKING' } }, '-'],
  [
    'a wrapped task',
    'SendMessageResponse',
    { task: { id: 't', status: { state: 'TASK_STATE_WORKING' } } },
    '+',
  ],
  ['a state of 0.3', 'TaskStatus', { state: 'working' }, '-'],
  ['a time that is none', 'TaskStatus', { state: 'TASK_STATE_WORKING', timestamp: 'now' }, '-'],
];

function extendedCard() {
  return { jsonrpc: '2.0', id: 1, method: 'agent/getAuthenticatedExtendedCard' };
}

function update() {
  return { kind: 'status-update', taskId: 't', contextId: 'c', status: { state: 'working' } };
}

const verdictOf = (version: Version, definition: string, document: unknown) =>
  judges[version].judge(definition, document).valid ? '+' : '-';

describe('the verdicts of our schemas', () => {
  test.each(JSON_ROWS)('0.2 and 0.3 on %s as %s', (_claim, definition, document, expected) => {
    expect(verdictOf('0.2', definition, document) + verdictOf('0.3', definition, document)).toBe(expected);
  });

  test.each(ROWS_10)('1.0 on %s as %s', (_claim, definition, document, expected) => {
    expect(verdictOf('1.0', definition, document)).toBe(expected);
  });
});

describe.each(VERSIONS)('the %s schema', (version) => {
  test('compiles every definition as strictly as ajv can', () => {
    const { definitions } = judges[version];
    expect(definitions.size).toBeGreaterThan(60);
    for (const name of definitions) expect(() => judges[version].judge(name, {})).not.toThrow();
  });

  test('accepts every exemplar and every example of its own definitions', () => {
    const documents = [...EXEMPLARS[version], ...examplesOf(readOurs(version).definitions)];
    const refused = documents.filter(
      ({ definition, document }) => !judges[version].judge(definition, document).valid,
    );
    expect(refused).toEqual([]);
    expect(documents.length).toBeGreaterThan(judges[version].definitions.size);
  });

  test('names a definition for every method', () => {
    const names = Object.values(readMethods()[version]);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !judges[version].definitions.has(name))).toEqual([]);
  });
});
