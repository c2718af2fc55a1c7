import { stringify } from 'yaml';
import type { WireLine } from '../../canary/envelope.ts';
import { readCanary } from '../../canary/load.ts';
import type { SessionStyle } from '../../config/runtime-terms.ts';
import { createRedactor } from '../../support/redaction/redactor.ts';
import { createSender } from '../../wire/sender.ts';
import { serve } from '../../wire/test-support/serve.ts';
import { openTransport } from '../../wire/transmit.ts';
import { converse } from './converse.ts';
import type { TurnRecord } from './record.ts';

/** A request as a runtime gets it, as far as these tests look into it. */
export interface Asked {
  readonly id: string;
  readonly method: string;
  readonly params: {
    readonly id?: string;
    readonly message?: {
      readonly messageId: string;
      readonly contextId?: string;
      readonly taskId?: string;
      readonly parts: readonly { readonly text?: string; readonly file?: object; readonly raw?: string }[];
    };
    readonly configuration?: object;
    readonly metadata?: { readonly history?: readonly object[] };
  };
}

interface Setting {
  readonly session?: SessionStyle;
  readonly line?: WireLine;
  readonly restart?: () => Promise<string | undefined>;
}

/** Holds these turns with a runtime that answers as the test says, and tells what it was asked. */
export async function hold(
  turns: readonly unknown[],
  answer: (asked: Asked, nth: number) => object | Promise<object>,
  setting: Setting = {},
) {
  const { session = 'context', line = '0.3', restart = async () => undefined } = setting;
  const asked: Asked[] = [];
  await using server = await serve(async (_request, response, body) => {
    const request = JSON.parse(body.toString()) as Asked;
    asked.push(request);
    const reply = { jsonrpc: '2.0', id: request.id, ...(await answer(request, asked.length)) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  await using transport = openTransport();
  const sender = createSender({ transport, redactor: createRedactor({ secrets: [], key: 'k' }) });
  const canary = readCanary('/mine.yaml', stringify({ name: 'mine', title: 'A canary.', turns }));
  const ear = { sender, endpoint: server.url, line, headers: {} };
  const records = await converse(canary, {
    ear,
    session,
    deadlineMs: 1_000,
    restart,
    prompts: async () => [],
  });
  return { asked, records, turns: records.filter((record): record is TurnRecord => record.kind === 'turn') };
}

/** A result that is a message. */
export function message(text: string, contextId = 'issued') {
  return {
    result: { kind: 'message', role: 'agent', messageId: 'm', contextId, parts: [{ kind: 'text', text }] },
  };
}

/** A result that is a task, with what its status says. */
export function task(state: string, text?: string) {
  const said = text === undefined ? {} : { message: { role: 'agent', parts: [{ kind: 'text', text }] } };
  return { result: { kind: 'task', id: 't', contextId: 'issued', status: { state, ...said } } };
}
