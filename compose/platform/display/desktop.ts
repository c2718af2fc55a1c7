import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';

/** The desktop of a workspace as it is configured, and whether there is a machine that shows it. */
export interface Desktop {
  readonly isEnabled: boolean;
  readonly hasInstance: boolean;
  /** Without what is empty or 0. */
  readonly shown: JsonObject;
}

/** `GET /workspaces/:id/display` (I.2). */
export const readAvailability = seam('platform.displayAvailability', tellAvailability);

async function tellAvailability(platform: Platform, workspaceId: string): Promise<Outcome> {
  const desktop = await loadDesktop(platform, workspaceId);
  if (isRefusal(desktop)) return desktop;
  const { isEnabled, hasInstance, shown } = desktop;
  if (!isEnabled) return { status: 200, body: { available: false, reason: 'display_not_enabled' } };
  if (hasInstance) return { status: 200, body: { available: true, ...shown, status: 'ready' } };
  const reason = 'display_session_unavailable';
  return { status: 200, body: { available: false, reason, ...shown, status: 'not_configured' } };
}

/** The desktop of a workspace, which may be removed (I.2). */
export async function loadDesktop(platform: Platform, workspaceId: string): Promise<Desktop | Refusal> {
  if (!isUuid(workspaceId)) return refuse(500, 'failed to load display config');
  try {
    const [row] = await platform.database.query<{ compute: string; instance_id: string | null }>(
      'display-desktop',
      'SELECT compute, instance_id FROM workspaces WHERE id = $1',
      [workspaceId],
    );
    return row ? desktopOf(row) : refuse(404, 'workspace not found');
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'a desktop could not be loaded');
    return refuse(500, 'failed to load display config');
  }
}

function desktopOf(row: { compute: string; instance_id: string | null }): Desktop | Refusal {
  const compute = parseJson(Buffer.from(row.compute));
  const display = isObject(compute) ? (compute.display ?? {}) : undefined;
  if (!isObject(display)) return refuse(500, 'invalid display config');
  const { mode = '', protocol, width, height } = display;
  const shown = Object.entries({ mode, protocol, width, height }).filter(([, value]) => Boolean(value));
  return {
    isEnabled: mode !== '' && mode !== 'none' && mode !== null,
    hasInstance: Boolean(row.instance_id),
    shown: Object.fromEntries(shown),
  };
}
