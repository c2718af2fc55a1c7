import type { Revision } from '../../corpus/entry.ts';
import { formOfRule } from '../../corpus/revisions.ts';
import { differences } from '../../wire/document/compare.ts';
import type { JsonNode } from '../../wire/document/parse.ts';
import { REQUEST_CHANGES, REQUEST_REFUSALS } from './request-changes.ts';

/** What has to arrive of a document that was sent through the platform, where ids that it made are those of `received`. */
export function dueOf(sent: JsonNode, revision: Revision, received?: JsonNode): JsonNode {
  return REQUEST_CHANGES.reduce(
    (due, { rule, becomes }) =>
      rule === undefined || formOfRule(rule, revision) === 'R3' ? becomes(due, received) : due,
    sent,
  );
}

/** Whether the contract changes anything of a document but how it is written. */
export function isChanged(sent: JsonNode, revision: Revision): boolean {
  return differences(sent, dueOf(sent, revision), { limit: 1 }).length > 0;
}

/** Why the contract has a document refused, if it has. */
export function whyRefused(document: JsonNode | undefined): string | undefined {
  const refusal = REQUEST_REFUSALS.find(({ holds }) => holds(document));
  return refusal && `${refusal.title} (${refusal.clause})`;
}
