import { randomUUID } from 'node:crypto';
import { think } from '../model.ts';
import { linesOf } from './lines.ts';
import { type ChatRequest, type Said, TOOL } from './types.ts';

/** What the model says to a request: it knows the messages and the tools that come with it, and nothing else. */
export function say({ messages, tools = [] }: ChatRequest): Said {
  const thought = think(linesOf(messages), false);
  const offered = new Set(tools.map((tool) => tool.function?.name));
  const call = (kind: keyof typeof TOOL, given: object, without: string): Said =>
    offered.has(TOOL[kind]) ? calling(TOOL[kind], given) : { text: without };
  switch (thought.kind) {
    case 'say':
      return { text: thought.text, ...(thought.pauseMs !== undefined && { pauseMs: thought.pauseMs }) };
    case 'ask':
      return call('ask', { question: thought.text }, thought.text);
    case 'keep':
      return call('keep', { name: thought.name, value: thought.value }, NO_MEMORY);
    case 'recall':
      return call('recall', { name: thought.name }, NO_MEMORY);
    default:
      return thought satisfies never;
  }
}

const NO_MEMORY = 'I have no memory tool.';

function calling(name: string, given: object): Said {
  return {
    call: {
      id: `call_${randomUUID()}`,
      type: 'function',
      function: { name, arguments: JSON.stringify(given) },
    },
  };
}
