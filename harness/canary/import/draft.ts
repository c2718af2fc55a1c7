import { stringify } from 'yaml';
import { UsageError } from '../../support/errors.ts';
import { readCanary } from '../load.ts';
import { placeholdersIn } from '../placeholders.ts';
import type { ExpectDocument } from '../shape.ts';
import type { Conversation, TakenItem } from './conversation.ts';
import { ANY_WORDS } from './patterns.ts';
import { type Remark, refused } from './remark.ts';

/** A canary as its file is to be, without its head. */
export interface Draft {
  readonly name: string;
  readonly body: string;
}

/** The canary of a conversation, or what refuses it: nothing that could not fail, or would not be read, is written. */
export function draftOf(name: string, conversation: Conversation): Draft | readonly Remark[] {
  const refusals = [
    ...conversation.remarks.filter(({ kind }) => kind === 'refused'),
    ...withoutOracle(conversation),
    ...placeholdersOf(conversation),
  ];
  if (refusals.length > 0) return refusals;
  if (isHollow(conversation))
    return [
      refused(
        conversation.path,
        'without what is left out, any runtime that answers at all would pass: give a turn `contains` or a pattern',
      ),
    ];
  const { items } = conversation;
  const body = stringify(
    { name, title: titleOf(conversation), turns: items.map(({ document }) => document) },
    { lineWidth: 110 },
  );
  const unsound = whyUnsound(name, body);
  return unsound === undefined ? { name, body } : [refused(conversation.path, unsound)];
}

function titleOf({ name }: Conversation): string {
  const line = name.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

function withoutOracle({ items, path }: Conversation): readonly Remark[] {
  if (items.length === 0) return [refused(path, 'it has no turns that could be taken over')];
  return items
    .filter(({ document }) => 'expect' in document && !hasOracle(document.expect))
    .map((item) => refused(item.path, 'nothing is left that the reply to this turn is held to'));
}

function hasOracle({ deadline: _, refusal, ...oracles }: ExpectDocument): boolean {
  return Object.keys(oracles).length > 0 || refusal === 'required';
}

/** What other tools put into double braces would stand for something here. */
function placeholdersOf({ items }: Conversation): readonly Remark[] {
  return items.flatMap(({ path, document }) =>
    [...new Set(textsOf(document).flatMap(placeholdersIn))].map((inside) =>
      refused(path, `{{${inside}}} cannot be told: double braces stand for nonces here`),
    ),
  );
}

function textsOf(document: TakenItem['document']): readonly string[] {
  if (!('expect' in document)) return [];
  const { contains = [], not_contains = [], matches = [] } = document.expect;
  const files = (document.files ?? []).flatMap(({ name, text }) => [name, text]);
  return [document.user ?? '', ...files, ...contains, ...not_contains, ...matches];
}

/** Whether an oracle was left out and none remains that asks what the agent says. */
function isHollow({ items, remarks }: Conversation): boolean {
  if (!remarks.some(({ isOracle }) => isOracle)) return false;
  return items.every(({ document }) => 'expect' in document && isWeak(document.expect));
}

function isWeak({ contains, not_contains, matches = [], schema, state, refusal }: ExpectDocument): boolean {
  const asks = [contains, not_contains, schema, refusal, matches.find((each) => each !== ANY_WORDS)];
  return asks.every((each) => each === undefined) && (state ?? 'completed') === 'completed';
}

function whyUnsound(name: string, body: string): string | undefined {
  try {
    readCanary(`${name}.yaml`, body);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
