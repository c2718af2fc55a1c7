import { seam } from '../../seam.ts';

const OF_THE_SYSTEM = /^\/(?:etc|proc|sys|dev|boot|bin|sbin|lib|usr)(?:\/|$)/;

/** Whether a directory may be a workspace's: absolute, without a way up, and none of the system's (F.2). */
export const isWorkspaceDirectory = seam('platform.isWorkspaceDirectory', isOwnDirectory);

function isOwnDirectory(path: string): boolean {
  return /^\/(?!.*(?:^|\/)\.\.(?:\/|$))/.test(path) && !OF_THE_SYSTEM.test(path);
}
