import { seam } from '../../seam.ts';
import { type Activity, writeActivity } from '../activity/write.ts';
import { messageOf } from '../background.ts';
import { isObject, type Json, parseJson, verbatim } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { isCanvas, type NormalisedCall, type RoutedCall, sourceOf, withoutUserinfo } from './call.ts';

/** Columns that every row of a proxied message shares. */
export function rowOf(call: NormalisedCall, name: string, suffix = ''): Omit<Activity, 'status'> {
  return {
    workspaceId: call.targetId.toLowerCase(),
    type: 'a2a_receive',
    sourceId: sourceOf(call),
    targetId: call.targetId.toLowerCase(),
    method: call.method,
    summary: `${call.method} → ${name}${suffix}`,
    requestBody: call.bytes.toString(),
  };
}

/** Whole milliseconds since the call came in. */
export function durationOf({ platform, startedMs }: NormalisedCall): number {
  return Math.max(0, Math.round(platform.clock.nowMs() - startedMs));
}

/**
 * Records an answered message (A.12, D): the row is committed before the reply leaves and told first, or, as it was once,
 * written behind the reply. Either way the row outlives the client's connection and its failure never changes the reply.
 */
export const logAnswered = seam('platform.logAnswered', recordAnswer);

async function recordAnswer(call: RoutedCall, status: number, body: Buffer): Promise<void> {
  const answer = readAnswer(body);
  const row = answeredRow(call, status, answer);
  noteOutbound(call, status);
  const { commitsPushRowFirst } = call.platform.rules;
  if (commitsPushRowFirst) await writeBehind(call, row);
  emitResponse(call, status, answer, row.durationMs ?? 0);
  if (!commitsPushRowFirst) void writeBehind(call, row);
}

/** Detached from the request; a failed insert is logged and nothing more. */
export function writeBehind(call: NormalisedCall, activity: Activity): Promise<void> {
  return call.platform.background.start('activity row', () => writeActivity(call.platform, activity));
}

interface Answer {
  readonly document: Json | undefined;
  readonly text: string;
}

function readAnswer(body: Buffer): Answer {
  try {
    return { document: parseJson(body), text: body.toString() };
  } catch {
    return { document: undefined, text: 'null' };
  }
}

function answeredRow(call: RoutedCall, status: number, answer: Answer): Activity {
  return {
    ...rowOf(call, call.target.name),
    responseBody: answer.text,
    toolTrace: toolTrace(call, answer.document),
    durationMs: durationOf(call),
    status: status >= 400 ? 'error' : 'ok',
  };
}

/** `result.metadata.tool_trace` as JSON text; an empty list may be dropped. */
function toolTrace(call: RoutedCall, document: Json | undefined): string | undefined {
  const result = isObject(document) ? document.result : undefined;
  const metadata = isObject(result) ? result.metadata : undefined;
  const trace = isObject(metadata) ? metadata.tool_trace : undefined;
  if (trace === undefined || trace === null) return undefined;
  const empty = Array.isArray(trace) && trace.length === 0;
  return empty && call.platform.rules.dropsEmptyToolTrace ? undefined : jsonText(trace);
}

function emitResponse(call: RoutedCall, status: number, answer: Answer, durationMs: number): void {
  if (!isCanvas(call) || status >= 400 || answer.document === undefined) return;
  const payload = { response_body: verbatim(answer.text), method: call.method, duration_ms: durationMs };
  call.platform.broadcaster.emit('A2A_RESPONSE', call.targetId.toLowerCase(), payload);
}

function noteOutbound(call: RoutedCall, status: number): void {
  const callerId = sourceOf(call);
  if (callerId === undefined || status >= 400) return;
  const sql = 'UPDATE workspaces SET last_outbound_at = clock_timestamp() WHERE id = $1';
  void call.platform.background.start('last outbound', () =>
    call.platform.database.query('outbound', sql, [callerId]),
  );
}

/** Records a message that never got an answer; always behind the reply. */
export const logFailed = seam('platform.logFailed', recordFailure);

function recordFailure(call: RoutedCall, error: unknown): void {
  const detail = failureText(withoutUserinfo(call.url), error);
  void writeBehind(call, {
    ...rowOf(call, call.target.name),
    summary: `A2A request to ${call.target.name} failed: ${detail}`,
    status: 'error',
    errorDetail: detail,
    durationMs: durationOf(call),
  });
}

function failureText(url: string, error: unknown): string {
  const closed = error instanceof Error && Reflect.get(error, 'code') === 'UND_ERR_SOCKET';
  return `Post "${url}": ${closed ? 'EOF' : messageOf(error)}`;
}
