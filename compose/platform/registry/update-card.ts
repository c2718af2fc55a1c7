import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { instant } from '../store/instant.ts';
import { checkRegistryToken } from './token-gate.ts';

/** `POST /registry/update-card` (E.2): the stored card, behind the same gate as a heartbeat. */
export const updateCard = seam('platform.updateCard', replaceCard);

async function replaceCard(
  platform: Platform,
  body: JsonObject | undefined,
  bearer: string,
): Promise<Outcome> {
  const id = body?.workspace_id;
  const card = body?.agent_card;
  if (typeof id !== 'string' || id === '' || card === undefined) return refuse(400, 'invalid request body');
  const gate = await checkRegistryToken(platform.database, id, bearer);
  if (isRefusal(gate)) return gate;
  if (!isUuid(id)) return refuse(500, 'failed to update card');
  const rows = await platform.database.query(
    'card-update',
    `UPDATE workspaces SET agent_card = $2, updated_at = ${instant(3)}
      WHERE id = $1 AND status <> 'removed' RETURNING id`,
    [id, jsonText(card), platform.clock.nowMs()],
  );
  if (rows.length > 0) {
    const payload = { agent_card: card };
    await platform.broadcaster.record(platform.database, 'AGENT_CARD_UPDATED', id.toLowerCase(), payload);
  }
  return { status: 200, body: { status: 'updated' } };
}
