import { isUuid } from '../http/parameters.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Registered } from './register.ts';

/** R3: a card without a real name takes the workspace's, a blank description the name, and the role the row's. */
export function repairCard(card: Json, workspaceId: string, row: Registered | undefined): Json {
  if (!isObject(card)) return card;
  const name = namesItself(card) ? (card.name as string) : (row?.name ?? workspaceId);
  const description = isBlank(card.description) ? name : card.description;
  return { ...card, name, description, ...(row?.role ? { role: row.role } : {}) };
}

function namesItself(card: JsonObject): boolean {
  return typeof card.name === 'string' && !isBlank(card.name) && !isUuid(card.name.trim());
}

function isBlank(value: Json | undefined): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
