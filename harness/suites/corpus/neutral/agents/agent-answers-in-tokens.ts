import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { everyObject } from '../../../../faults/neutral/nodes.ts';
import type { JsonNode } from '../../../../wire/document/parse.ts';

const TOKEN_CHARACTERS = 4;

export const agentAnswersInTokens: Neutral = {
  id: 'N-agent-answers-in-tokens',
  title: 'agents answer in parts of a few characters, as a model gave them',
  plant: beforeAgents({ reply: agentsWrite({ change: (document) => everyObject(document, inTokens) }) }),
};

function inTokens(members: Map<string, JsonNode>): Map<string, JsonNode> {
  const parts = members.get('parts');
  return Array.isArray(parts) ? members.set('parts', parts.flatMap(tokensOf)) : members;
}

function tokensOf(part: JsonNode): JsonNode[] {
  const text = part instanceof Map ? part.get('text') : undefined;
  if (!(part instanceof Map) || typeof text !== 'string') return [part];
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / TOKEN_CHARACTERS));
  return Array.from({ length: count }, (_, at) => {
    const token = characters.slice(at * TOKEN_CHARACTERS, (at + 1) * TOKEN_CHARACTERS);
    return new Map(part).set('text', token.join(''));
  });
}
