import type { AgentSetup, Entry, Expectation, Step } from '../../../corpus/entry.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import type { Handed, Reading, TransportFailure } from '../../../wire/exchange.ts';
import { recordBody } from '../../../wire/recorded-body.ts';
import { readingOf } from '../../../wire/reply/message-reading.ts';
import type { CaseRecord, StepRecord } from '../case-record.ts';

/** The nonce of every record made here. */
export const NONCE = 'ASSAY-abcdefghijklmnopqr';

/** A v0.3 request with one text part that carries the nonce. */
export function requestWith(message: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const parts = [{ kind: 'text', text: `hello ${NONCE}` }];
  const whole = { kind: 'message', messageId: 'm1', role: 'user', parts, ...message };
  return { id: 'q1', jsonrpc: '2.0', method: 'message/send', params: { message: whole } };
}

/** An entry of one step (or several) with the given expectation. */
export function entryWith(
  expect: Expectation,
  more: {
    readonly route?: Entry['route'];
    readonly returns?: NonNullable<Entry['returns']>;
    readonly agent?: AgentSetup;
    readonly steps?: readonly Step[];
  } = {},
): Entry {
  return {
    id: 'v03-text',
    title: 'One text part',
    shelf: 'valid',
    family: 'v0.3',
    clause: 'A.4',
    since: '2026-11-21',
    source: 'specs/contract.md A.4',
    why: 'A message whose text must arrive.',
    route: more.route ?? 'platform',
    runtimes: ['strict'],
    revisions: ['R1', 'R3'],
    agent: more.agent ?? {},
    ...(more.returns && { returns: more.returns }),
    steps: more.steps ?? [stepWith(expect)],
    file: '/corpus/valid/v03-text.yaml',
  };
}

/** A step whose payload is only named; give `payloadFile` to have it read. */
export function stepWith(expect: Expectation, more: Partial<Step> = {}): Step {
  return {
    payload: 'v03-text.body',
    payloadFile: '/corpus/valid/v03-text.body',
    headers: { 'content-type': 'application/json' },
    fill: [],
    expect,
    variants: [],
    capture: {},
    ...more,
  };
}

/** What one step saw; whatever is left out is as if all had gone well. */
export interface Scene {
  readonly sent?: unknown;
  /** Documents, or bytes as they are. */
  readonly arrived?: readonly unknown[];
  readonly read?: readonly Reading[];
  /** By which way it arrived; pushed when nothing is said. */
  readonly via?: 'push' | 'poll';
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reply?: unknown;
  readonly failure?: TransportFailure;
  /** What the runtime answered; what the sender got when absent, and nothing when that was a refusal. */
  readonly said?: readonly SaidScene[];
}

/** An answer of a runtime by hand. */
export interface SaidScene {
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reply?: unknown;
}

/** A record of one step by hand. */
export function recordOf(scene: Scene, more: Partial<CaseRecord> = {}): CaseRecord {
  return {
    entryId: 'v03-text',
    runtime: 'strict',
    revision: 'R3',
    route: 'platform',
    agent: 'v03-text-1',
    nonce: NONCE,
    prepare: [],
    prepared: true,
    steps: [stepRecordOf(scene)],
    ...more,
  };
}

/** One step of such a record. */
export function stepRecordOf(scene: Scene): StepRecord {
  const sent = scene.sent ?? requestWith();
  const arrived = scene.arrived ?? [sent];
  const read = scene.read ?? arrived.slice(0, 1).map((request) => readingOf(request));
  const body = recordBody(bytes(sent));
  return {
    sent: body,
    exchange: {
      requestId: 'r1',
      purpose: 'replay',
      startedAt: '2026-11-21T00:00:00.000Z',
      durationMs: 1,
      request: { method: 'POST', url: 'http://127.0.0.1:1/', headers: {}, body },
      ...(scene.failure ? { failure: scene.failure } : { response: responseOf(scene) }),
    },
    said: (scene.said ?? saidAsGot(scene)).map((said, index) => ({
      arrival: index + 1,
      ...responseOf({ contentType: 'application/json', ...said }),
    })),
    inboxAfter: {
      arrivals: arrived.map((document, index) => ({
        seq: index + 1,
        at: '2026-11-21T00:00:00.000Z',
        via: scene.via ?? 'push',
        path: '/agents/v03-text-1',
        headers: {},
        bodyBase64: bytes(document).toString('base64'),
      })),
      handed: read.map((reading, index) => handed(reading, index, paramsOf(arrived[index]))),
    },
    quietMs: 0,
    captured: {},
    notCaptured: {},
  };
}

/** The answer of an echo to the request of `requestWith`. */
export function echo(text = `echo: hello ${NONCE}`, id: unknown = 'q1'): unknown {
  const message = { kind: 'message', messageId: 'a1', role: 'agent', parts: [{ kind: 'text', text }] };
  return { jsonrpc: '2.0', id, result: message };
}

function saidAsGot({ status = 200, reply, failure }: Scene): readonly SaidScene[] {
  return failure || status >= 300 ? [] : [{ status, reply }];
}

function responseOf({ status = 200, contentType = typeFor(status), headers, reply = echo() }: SaidScene) {
  return { status, headers: { 'content-type': contentType, ...headers }, body: recordBody(bytes(reply)) };
}

/** As a platform names what it says itself, and what an agent said. */
function typeFor(status: number): string {
  return status < 300 ? 'application/json' : 'application/json; charset=utf-8';
}

/** Agent code sees all that arrived, but for the message, which it reads as the scene has it. */
function handed(reading: Reading, index: number, params: Readonly<Record<string, unknown>>): Handed {
  const { message = reading, ...request } = params;
  return { seq: index + 1, at: '2026-11-21T00:00:00.000Z', raw: message, reading, request };
}

function paramsOf(document: unknown): Readonly<Record<string, unknown>> {
  return Object(valueAt(parseJson(bytes(document ?? '').toString()), '/params'));
}

function bytes(document: unknown): Buffer {
  if (document instanceof Uint8Array) return Buffer.from(document);
  return Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
}
