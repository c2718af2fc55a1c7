import { isUuid } from '../http/parameters.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Row } from '../store/database.ts';

/** The stored workspace that a registration meets. */
export interface Registered extends Row {
  readonly name: string;
  readonly role: string | null;
  readonly runtime: string;
  readonly status: string;
  readonly delivery_mode: string;
}

/** A card without a real name takes the workspace's, a blank description the name, and the role the row's. */
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
