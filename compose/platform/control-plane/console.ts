import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';

/** `GET /workspaces/:id/console` (M): what the instance has printed; the control plane's own words stop here. */
export async function consoleOutput(platform: Platform, id: string): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const sql = `SELECT 1 FROM workspaces WHERE id = $1`;
  if ((await platform.database.query('console-find', sql, [id])).length === 0)
    return refuse(404, 'workspace not found');
  if (!platform.controlPlane) return refuse(503, 'provisioner not available');
  try {
    return { status: 200, body: { output: await platform.controlPlane.console(id) } };
  } catch (error) {
    platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'console output could not be had');
    return refuse(502, 'control plane returned an error fetching console output');
  }
}
