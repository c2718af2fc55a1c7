/** What the environment says of desktops. */
export interface DisplayConfig {
  /** Signs the tokens of sessions; without it nobody can take control. */
  readonly signingSecret: string;
  /** Where the desktop of every workspace answers; empty when there is none. */
  readonly desktopUrl: string;
  /** Absolute folders of the take-control page and of noVNC; without both there is no page. */
  readonly pageDirectory: string;
  readonly novncDirectory: string;
}

/** Reads it; throws with the name of the variable when a value cannot be used. */
export function readDisplayConfig(env: Readonly<Record<string, string | undefined>>): DisplayConfig {
  const desktopUrl = env.DISPLAY_DESKTOP_URL ?? '';
  if (desktopUrl !== '' && !/^http:\/\/[^/]+$/.test(desktopUrl)) {
    throw new Error(`DISPLAY_DESKTOP_URL is ${desktopUrl}, and must be as http://host:port`);
  }
  return {
    signingSecret: env.DISPLAY_SESSION_SIGNING_SECRET ?? '',
    desktopUrl,
    pageDirectory: env.DISPLAY_PAGE_DIR ?? '',
    novncDirectory: env.DISPLAY_NOVNC_DIR ?? '',
  };
}
