import { loosenAnyValues, withProperty } from './amend-0x.ts';
import { call, success } from './envelopes.ts';
import { anyOf, type Definitions, object, ref, type Schema } from './schema.ts';

/**
 * The 0.2 line of the SDK declares the protocol as of 0.2.4. Published is 0.2.6, the last of that line, so what
 * 0.2.5 and 0.2.6 changed is written here by hand:
 * 0.2.5 added listing and deleting push configurations and made `protocolVersion` part of the card;
 * 0.2.4 added transports to the card; 0.2.6 made `acceptedOutputModes` optional.
 */
export function amend02(translated: Definitions): Definitions {
  const base = loosenAnyValues(translated);
  return {
    ...base,
    ...additions,
    MessageSendConfiguration: unrequire(pick(base, 'MessageSendConfiguration'), 'acceptedOutputModes'),
    AgentCard: amendCard(pick(base, 'AgentCard')),
    GetTaskPushNotificationConfigRequest: call(
      'tasks/pushNotificationConfig/get',
      anyOf([ref('TaskIdParams'), ref('GetTaskPushNotificationConfigParams')]),
    ),
    A2ARequest: alsoAnyOf(
      pick(base, 'A2ARequest'),
      ['List', 'Delete'].map((verb) => `${verb}${CONFIG}Request`),
    ),
    JSONRPCResponse: alsoAnyOf(
      pick(base, 'JSONRPCResponse'),
      ['List', 'Delete'].map((verb) => `${verb}${CONFIG}SuccessResponse`),
    ),
  };
}

const CONFIG = 'TaskPushNotificationConfig';
const text: Schema = { type: 'string' };
const metadata: Schema = { type: 'object' };

const additions: Definitions = {
  AgentInterface: object({ transport: text, url: text }),
  [`Get${CONFIG}Params`]: object({ id: text, 'metadata?': metadata, 'pushNotificationConfigId?': text }),
  [`List${CONFIG}Params`]: object({ id: text, 'metadata?': metadata }),
  [`Delete${CONFIG}Params`]: object({ id: text, 'metadata?': metadata, pushNotificationConfigId: text }),
  [`List${CONFIG}Request`]: call('tasks/pushNotificationConfig/list', ref(`List${CONFIG}Params`)),
  [`Delete${CONFIG}Request`]: call('tasks/pushNotificationConfig/delete', ref(`Delete${CONFIG}Params`)),
  [`List${CONFIG}SuccessResponse`]: success({ type: 'array', items: ref(CONFIG) }),
  [`Delete${CONFIG}SuccessResponse`]: success({ type: 'null' }),
  [`List${CONFIG}Response`]: anyOf([ref('JSONRPCErrorResponse'), ref(`List${CONFIG}SuccessResponse`)]),
  [`Delete${CONFIG}Response`]: anyOf([ref('JSONRPCErrorResponse'), ref(`Delete${CONFIG}SuccessResponse`)]),
};

function amendCard(card: Schema): Schema {
  const transports = withProperty(card, 'additionalInterfaces', {
    type: 'array',
    items: ref('AgentInterface'),
  });
  const preferred = withProperty(transports, 'preferredTransport', text);
  const versioned = withProperty(preferred, 'protocolVersion', text);
  return { ...versioned, required: [...(card.required as readonly string[]), 'protocolVersion'] };
}

function unrequire(schema: Schema, name: string): Schema {
  const { required, ...rest } = schema;
  const left = (required as readonly string[]).filter((other) => other !== name);
  return left.length > 0 ? { ...rest, required: left } : rest;
}

function alsoAnyOf(schema: Schema, names: readonly string[]): Schema {
  return { anyOf: [...(schema.anyOf as readonly Schema[]), ...names.map(ref)] };
}

function pick(definitions: Definitions, name: string): Schema {
  const schema = definitions[name];
  if (!schema) throw new Error(`the SDK declares no ${name}`);
  return schema;
}
