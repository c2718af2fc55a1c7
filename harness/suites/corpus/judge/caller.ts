import { formOfRule } from '../../../corpus/revisions.ts';
import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import type { JsonNode } from '../../../wire/document/parse.ts';
import type { CaseRecord, WorkspaceShown } from '../case-record.ts';

/** The workspace whose message a row is, as A.2 finds it: null for a user of the canvas. */
export function sourceOf({ after }: CaseRecord): string | null {
  return after?.workspace.caller?.id ?? null;
}

/** Where a row that is read with its peer shows somebody else than the workspace that spoke (C.1). */
export function peerFindings(
  { after, revision }: CaseRecord,
  row: ReadonlyMap<string, JsonNode>,
): readonly Finding[] {
  const caller = after?.workspace.caller;
  if (!caller || !showsPeer(revision)) return [];
  const name = row.get('peer_name');
  const card = row.get('agent_card_url');
  const isHis = typeof card === 'string' && card.endsWith(`/registry/discover/${caller.id}`);
  return [
    ...(name === caller.name ? [] : [peerFinding('peer_name', caller.name, name)]),
    ...(isHis ? [] : [peerFinding('agent_card_url', cardOf(caller), card)]),
  ];
}

function cardOf({ id }: NonNullable<WorkspaceShown['caller']>): string {
  return `…/registry/discover/${id}`;
}

function peerFinding(column: string, wanted: string, actual: JsonNode | undefined): Finding {
  const words = nodesApart(wanted, actual);
  return {
    clause: 'C.1',
    expected: [`include=peer_info shows ${column} ${words.expected}, the workspace that spoke`],
    actual: `include=peer_info shows ${column} ${words.actual}`,
  };
}

function showsPeer(revision: CaseRecord['revision']): boolean {
  return formOfRule('readsPeerParameters', revision) === 'R3';
}
