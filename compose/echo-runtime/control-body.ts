import type { ValidateFunction } from 'ajv';
import type { AgentSetup, Registration } from './types.ts';

const text = { type: 'string' } as const;
const milliseconds = { type: 'number', minimum: 0, maximum: 600_000 } as const;

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mode: { enum: ['push', 'poll', 'busy', 'slow', 'failing', 'dead', 'native-session'] },
    answer: { enum: ['message', 'task', 'input-required', 'naive'] },
    delayMs: milliseconds,
    status: { type: 'integer', minimum: 200, maximum: 599 },
    body: text,
    hold: { type: 'boolean' },
    ownPort: { type: 'boolean' },
    elsewhere: { type: 'boolean' },
    leaves: { enum: ['asked', 'answering'] },
    registration: {
      type: 'object',
      additionalProperties: false,
      required: ['platformUrl', 'workspaceId'],
      properties: {
        platformUrl: { type: 'string', pattern: '^https?://' },
        workspaceId: text,
        bearer: text,
        deliveryMode: { enum: ['push', 'poll'] },
        url: text,
        requestId: text,
        away: { type: 'boolean' },
        claimsFree: { type: 'boolean' },
        heartbeatIntervalMs: { ...milliseconds, minimum: 1 },
      },
    },
  },
} as const;

let compiled: Promise<ValidateFunction> | undefined;

/** What a PUT on an agent asks for; an empty body means the defaults. Unknown keys are errors. */
export async function parseSetup(
  body: Buffer,
): Promise<{ setup: AgentSetup; registration: Registration | undefined } | { error: string }> {
  let document: unknown;
  try {
    document = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch (error) {
    return { error: `the body is not JSON: ${(error as Error).message}` };
  }
  compiled ??= compile();
  const validate = await compiled;
  if (!validate(document)) return { error: describe(validate) };
  const { registration, ...setup } = document as AgentSetup & { registration?: Registration };
  return { setup, registration };
}

async function compile(): Promise<ValidateFunction> {
  const { Ajv } = await import('ajv');
  return new Ajv({ strict: true, validateSchema: false }).compile(schema);
}

function describe(validate: ValidateFunction): string {
  const [error] = validate.errors ?? [];
  const extra = error?.params.additionalProperty ? ` (${error.params.additionalProperty})` : '';
  return `${error?.instancePath || 'the body'} ${error?.message}${extra}`;
}
