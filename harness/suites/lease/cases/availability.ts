import { openDesk } from '../desk.ts';
import { type LeaseCase, lease } from '../lease-case.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** I.2: what is told of a desktop. */
export const AVAILABILITY: readonly LeaseCase[] = [
  lease(
    'I.2',
    'ready',
    'A desktop with an instance is available, and shows what is set of it',
    async (tools) => {
      const { workspace } = await openDesk(tools);
      const told = await tools.platform.ask('GET', `/workspaces/${workspace.id}/display`, { as: 'admin' });
      tools.expect('it is ready', told, { status: 200 });
      tools.expect.value('what is told', told.json, {
        ...{ available: true, status: 'ready', mode: 'desktop-control', protocol: 'novnc' },
        ...{ width: 1280, height: 800 },
      });
    },
  ),

  lease(
    'I.2',
    'not-ready',
    'A desktop without an instance is not available, one that is not wanted neither',
    async (tools) => {
      const waiting = await openDesk(tools, { instance: '', display: { mode: 'desktop-control', width: 0 } });
      const none = await openDesk(tools, { display: { mode: 'none' } });
      const told = (id: string) => tools.platform.ask('GET', `/workspaces/${id}/display`, { as: 'admin' });
      tools.expect.value('without an instance', (await told(waiting.workspace.id)).json, {
        ...{ available: false, reason: 'display_session_unavailable' },
        ...{ mode: 'desktop-control', status: 'not_configured' },
      });
      tools.expect.value('not wanted', (await told(none.workspace.id)).json, {
        ...{ available: false, reason: 'display_not_enabled' },
      });
    },
  ),

  lease(
    'I.2',
    'unknown',
    'What is no workspace has no desktop, and strangers are told nothing',
    async ({ platform, expect }) => {
      const get = (path: string, as?: string) => platform.ask('GET', path, { as });
      expect('an unknown workspace', await get(`/workspaces/${UNKNOWN}/display`, 'admin'), {
        ...{ status: 404, like: { error: 'workspace not found' } },
      });
      expect('no id', await get('/workspaces/no-id/display', 'admin'), { status: 500 });
      const none = await get(`/workspaces/${UNKNOWN}/display/control`, 'admin');
      expect('control of an unknown workspace', none, { status: 200, like: { controller: 'none' } }, 'I.3');
      for (const path of ['display', 'display/control', 'display/session/websockify'])
        expect(`a stranger at ${path}`, await get(`/workspaces/${UNKNOWN}/${path}`), { status: 401 }, '0.2');
    },
  ),
];
