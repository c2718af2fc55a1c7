import { seam } from '../../seam.ts';
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

/**
 * A card without a name, or with an id as its name, takes the workspace's, a missing description the name, and a missing
 * role the row's. Of a workspace that nobody knows the card is kept as it came.
 */
export const repairCard = seam('platform.repairCard', repair);

function repair(card: Json, row: Registered | undefined): Json {
  if (!isObject(card) || !row) return card;
  const name = namesItself(card) ? card.name : row.name;
  const description = isEmpty(card.description) ? name : card.description;
  const role = isEmpty(card.role) ? row.role : card.role;
  return { ...card, name, description, ...(isEmpty(role) ? {} : { role }) };
}

function namesItself(card: JsonObject): boolean {
  return typeof card.name === 'string' && card.name !== '' && !isUuid(card.name.trim());
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
