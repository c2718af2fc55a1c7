import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { everyObject } from '../../../../faults/neutral/nodes.ts';
import type { JsonNode } from '../../../../wire/document/parse.ts';
import { documentOf } from '../../../../wire/document/parse.ts';

export const agentSeveralParts: Neutral = {
  id: 'N-agent-several-parts',
  title: 'agents answer in two texts with data between them',
  plant: beforeAgents({ reply: agentsWrite({ change: (document) => everyObject(document, inSeveral) }) }),
};

/** Every text part becomes three parts: its first word, a number, and the rest. */
function inSeveral(members: Map<string, JsonNode>): Map<string, JsonNode> {
  const parts = members.get('parts');
  return Array.isArray(parts) ? members.set('parts', parts.flatMap(severalOf)) : members;
}

function severalOf(part: JsonNode): JsonNode[] {
  if (!(part instanceof Map)) return [part];
  const text = part.get('text');
  const cut = typeof text === 'string' ? text.indexOf(' ') + 1 : 0;
  if (typeof text !== 'string' || cut === 0) return [part];
  const kind = part.has('kind') ? { kind: 'data' } : {};
  return [
    new Map(part).set('text', text.slice(0, cut)),
    documentOf({ ...kind, data: { tokens: cut } }),
    new Map(part).set('text', text.slice(cut)),
  ];
}
