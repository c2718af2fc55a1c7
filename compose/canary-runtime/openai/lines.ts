import { Buffer } from 'node:buffer';
import type { Line, ReadFile } from '../types.ts';
import { isDocument } from './documents.ts';
import { type ChatMessage, type ContentPart, TOOL, type ToolCall } from './types.ts';

/** The lines of a conversation that stand in the messages of a request, in their order. */
export function linesOf(messages: readonly ChatMessage[]): readonly Line[] {
  const asked = new Set(messages.flatMap(({ tool_calls = [] }) => tool_calls.filter(isQuestion).map(idOf)));
  return messages.flatMap((message): readonly Line[] => {
    switch (message.role) {
      case 'user':
        return [userLine(partsOf(message))];
      case 'assistant':
        return agentLines(message);
      case 'tool':
        return toolLines(message, asked);
      default:
        return [];
    }
  });
}

function partsOf({ content }: ChatMessage): readonly ContentPart[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content ?? [];
}

function textOf(parts: readonly ContentPart[]): string {
  return parts.map(({ text = '' }) => text).join('');
}

function userLine(parts: readonly ContentPart[]): Line {
  const spoken = parts.filter(({ text = '' }) => !isDocument(text));
  return { role: 'user', text: textOf(spoken), files: parts.flatMap(fileIn) };
}

function fileIn({ text = '', file }: ContentPart): readonly ReadFile[] {
  if (isDocument(text)) return [{ name: 'unnamed', text }];
  const [, base64] = /^data:[^,]*;base64,(.*)$/s.exec(file?.file_data ?? '') ?? [];
  if (base64 === undefined) return [];
  return [{ name: file?.filename ?? 'unnamed', text: Buffer.from(base64, 'base64').toString('utf8') }];
}

/** What the agent asked by a tool it has said as well. */
function agentLines(message: ChatMessage): readonly Line[] {
  const questions = (message.tool_calls ?? [])
    .filter(isQuestion)
    .map((call) => String(argumentsOf(call).question));
  const texts = [textOf(partsOf(message)), ...questions].filter((text) => text !== '');
  return texts.map((text) => ({ role: 'agent', text, files: [] }));
}

/** What LiteLLM puts where a tool has not answered, as one that asks the user and lets the run end there. */
const UNANSWERED = /missing tool result/i;

/** What a tool answered; where that is what the user was asked for, the user has said it. */
function toolLines(message: ChatMessage, asked: ReadonlySet<string>): readonly Line[] {
  const text = textOf(partsOf(message));
  if (UNANSWERED.test(text)) return [];
  return [{ role: asked.has(message.tool_call_id ?? '') ? 'user' : 'tool', text, files: [] }];
}

function isQuestion({ function: { name } }: ToolCall): boolean {
  return name === TOOL.ask;
}

function idOf({ id }: ToolCall): string {
  return id;
}

function argumentsOf(call: ToolCall): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(call.function.arguments));
  } catch {
    return {};
  }
}
