import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Delivered } from '../../corpus/entry.ts';
import { inProject } from '../../support/paths.ts';
import { valueAt } from '../document/pointer.ts';

type Version = Exclude<Delivered['schema'], 'none'>;

/** What is wrong with a received request by the A2A schema of that version, at most three lines; empty when valid. */
export function schemaErrors(version: Version, request: unknown): readonly string[] {
  const method = valueAt(request, '/method');
  const found = typeof method === 'string' ? requestSchema(version, method) : undefined;
  if (!found) return [`A2A ${version} has no request with method ${JSON.stringify(method) ?? 'missing'}`];
  if (found.validate(found.enveloped ? request : valueAt(request, '/params'))) return [];
  return [...new Set((found.validate.errors ?? []).map(inWords))].slice(0, 3);
}

interface RequestSchema {
  readonly validate: ValidateFunction;
  /** Whether the definition describes the JSON-RPC envelope, or only its `params`. */
  readonly enveloped: boolean;
}

const DEFINITIONS_0X: Readonly<Record<string, string>> = {
  'message/send': 'SendMessageRequest',
  'message/stream': 'SendStreamingMessageRequest',
  'tasks/get': 'GetTaskRequest',
  'tasks/cancel': 'CancelTaskRequest',
  'tasks/resubscribe': 'TaskResubscriptionRequest',
  'tasks/pushNotificationConfig/set': 'SetTaskPushNotificationConfigRequest',
  'tasks/pushNotificationConfig/get': 'GetTaskPushNotificationConfigRequest',
  'tasks/pushNotificationConfig/list': 'ListTaskPushNotificationConfigRequest',
  'tasks/pushNotificationConfig/delete': 'DeleteTaskPushNotificationConfigRequest',
  'agent/getAuthenticatedExtendedCard': 'GetAuthenticatedExtendedCardRequest',
};

const schemas = new Map<Version, ReturnType<typeof loadSchema>>();
const requests = new Map<string, RequestSchema | undefined>();

function requestSchema(version: Version, method: string): RequestSchema | undefined {
  const key = `${version} ${method}`;
  if (!requests.has(key)) requests.set(key, findRequestSchema(version, method));
  return requests.get(key);
}

function findRequestSchema(version: Version, method: string): RequestSchema | undefined {
  const { ajv, definitions, place } = schemaOf(version);
  const names = version === '1.0' ? [`${method}Request`] : [DEFINITIONS_0X[method] ?? ''];
  if (method === 'SendStreamingMessage') names.push('SendMessageRequest');
  const name = names.find((one) => Object.hasOwn(definitions, one));
  if (name === undefined) return undefined;
  const validate = ajv.getSchema(`a2a#/${place}/${name}`);
  if (!validate) return undefined;
  return { validate, enveloped: valueAt(definitions[name], '/properties/jsonrpc') !== undefined };
}

function schemaOf(version: Version) {
  const known = schemas.get(version) ?? loadSchema(version);
  schemas.set(version, known);
  return known;
}

function loadSchema(version: Version) {
  const schema: Record<string, unknown> = JSON.parse(
    readFileSync(inProject(`corpus/schemas/a2a/a2a-${version}.json`), 'utf8'),
  );
  const options = { strict: true, allowUnionTypes: true, allErrors: false } as const;
  const ajv = String(schema.$schema).includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
  addFormats.default(ajv);
  const { $id: _id, ...rest } = schema;
  ajv.addSchema(rest, 'a2a');
  const place = '$defs' in schema ? '$defs' : 'definitions';
  return { ajv, place, definitions: schema[place] as Record<string, unknown> };
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
  return `${instancePath === '' ? 'the request' : instancePath} ${message ?? 'is not valid'}${extra}`;
}
