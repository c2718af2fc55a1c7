/** Protocol versions of the strict line; without an `A2A-Version` header a caller speaks 0.3. */
export type Protocol = '0.3' | '1.0';

/** What the strict line can do, and why it refuses what it cannot. */
export type Operation = 'send' | 'stream' | 'get' | 'cancel' | 'unsupported' | 'no-push' | 'no-card';

/** One method of a protocol: the operation behind it and the schema definition that its params must satisfy. */
export interface Method {
  readonly operation: Operation;
  readonly definition?: string;
}

/** JSON-RPC and A2A error codes that the strict line answers with. */
export const CODES = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  taskNotFound: -32001,
  taskNotCancelable: -32002,
  pushNotSupported: -32003,
  unsupported: -32004,
  contentType: -32005,
  cardNotConfigured: -32007,
  version: -32009,
} as const;

export const METHODS: Readonly<Record<Protocol, ReadonlyMap<string, Method>>> = {
  '0.3': new Map<string, Method>([
    ['message/send', { operation: 'send', definition: 'MessageSendParams' }],
    ['message/stream', { operation: 'stream', definition: 'MessageSendParams' }],
    ['tasks/get', { operation: 'get', definition: 'TaskQueryParams' }],
    ['tasks/cancel', { operation: 'cancel', definition: 'TaskIdParams' }],
    ['tasks/resubscribe', { operation: 'unsupported', definition: 'TaskIdParams' }],
    ['tasks/pushNotificationConfig/set', { operation: 'no-push' }],
    ['tasks/pushNotificationConfig/get', { operation: 'no-push' }],
    ['tasks/pushNotificationConfig/list', { operation: 'no-push' }],
    ['tasks/pushNotificationConfig/delete', { operation: 'no-push' }],
    ['agent/getAuthenticatedExtendedCard', { operation: 'no-card' }],
  ]),
  '1.0': new Map<string, Method>([
    ['SendMessage', { operation: 'send', definition: 'SendMessageRequest' }],
    ['SendStreamingMessage', { operation: 'stream', definition: 'SendMessageRequest' }],
    ['GetTask', { operation: 'get', definition: 'GetTaskRequest' }],
    ['CancelTask', { operation: 'cancel', definition: 'CancelTaskRequest' }],
    ['ListTasks', { operation: 'unsupported', definition: 'ListTasksRequest' }],
    ['SubscribeToTask', { operation: 'unsupported', definition: 'SubscribeToTaskRequest' }],
    ['CreateTaskPushNotificationConfig', { operation: 'no-push' }],
    ['GetTaskPushNotificationConfig', { operation: 'no-push' }],
    ['ListTaskPushNotificationConfigs', { operation: 'no-push' }],
    ['DeleteTaskPushNotificationConfig', { operation: 'no-push' }],
    ['GetExtendedAgentCard', { operation: 'no-card' }],
  ]),
};

/** A refusal on its way to the caller; the words are for people, `data` for machines. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;
  readonly httpStatus: number;

  constructor(code: number, message: string, options: { data?: unknown; httpStatus?: number } = {}) {
    super(message);
    this.code = code;
    this.data = options.data;
    this.httpStatus = options.httpStatus ?? 200;
  }
}
