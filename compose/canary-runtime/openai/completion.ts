import { randomUUID } from 'node:crypto';
import type { ChatRequest, Said } from './types.ts';

/** Nothing is counted here, and clients want the figures. */
const USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** What was said, as a whole completion. */
export function completionOf(request: ChatRequest, { text, call }: Said): object {
  const message = { role: 'assistant', content: text ?? null, ...(call && { tool_calls: [call] }) };
  const choice = { index: 0, message, finish_reason: finishOf(call) };
  return { ...headOf(request, 'chat.completion'), choices: [choice], usage: USAGE };
}

/** The same as the chunks of a stream, a word in each. */
export function chunksOf(request: ChatRequest, { text, call }: Said): readonly object[] {
  const head = headOf(request, 'chat.completion.chunk');
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason }],
  });
  return [
    chunk({ role: 'assistant', content: call ? null : '' }),
    ...(text?.match(/\S+\s*|\s+/g) ?? []).map((content) => chunk({ content })),
    ...(call ? [chunk({ tool_calls: [{ index: 0, ...call }] })] : []),
    chunk({}, finishOf(call)),
    ...(request.stream_options?.include_usage ? [{ ...head, choices: [], usage: USAGE }] : []),
  ];
}

function finishOf(call: Said['call']): string {
  return call ? 'tool_calls' : 'stop';
}

function headOf({ model = 'canary' }: ChatRequest, object: string): object {
  return { id: `chatcmpl-${randomUUID()}`, object, created: Math.floor(Date.now() / 1000), model };
}
