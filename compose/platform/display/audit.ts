import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import type { JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';

/** What is written down of one act of control. */
export interface Audit {
  completed(more: JsonObject): Promise<void>;
  failed(error: string): Promise<void>;
}

/** Opens the record of an act: `started` at once, and `completed` or `failed` as it ends (I.3). */
export const openAudit = seam('platform.displayAudit', writeTrail);

async function writeTrail(
  platform: Platform,
  act: 'acquire' | 'release',
  workspaceId: string,
  about: JsonObject,
): Promise<Audit> {
  const startedMs = platform.clock.nowMs();
  const write = async (stage: string, more: JsonObject) => {
    const event = `display.control.${act}.${stage}`;
    await platform.database
      .query(
        'display-audit',
        'INSERT INTO structure_events (event_type, workspace_id, payload) VALUES ($1, $2, $3)',
        [event, workspaceId, jsonText({ ...about, ...more })],
      )
      .catch((error) => platform.log.error({ reason: messageOf(error), event }, 'an event was not written'));
  };
  const spent = () => ({ duration_ms: Math.max(0, platform.clock.nowMs() - startedMs) });
  await write('started', {});
  return {
    completed: (more) => write('completed', { ...spent(), ...more }),
    failed: (error) => write('failed', { ...spent(), error }),
  };
}
