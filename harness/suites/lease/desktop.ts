import type { WorldDescription } from '../../environment/index.ts';

/** What the desktop of a world wrote down of one socket. */
export interface DesktopSession {
  readonly id: number;
  readonly closedAt: string | null;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly stage: 'banner' | 'handshake' | 'live';
  readonly pictures: number;
  readonly pings: number;
  readonly pongs: number;
  readonly resizeRequests: number;
}

/** What happened at a desktop. */
export interface DesktopJournal {
  readonly sessions: readonly DesktopSession[];
  readonly keys: readonly { readonly keysym: number; readonly down: boolean }[];
  readonly keysDown: readonly number[];
  readonly picture: number;
}

/** The desktop of a world, as cases ask and order it. */
export interface DesktopControl {
  journal(): Promise<DesktopJournal>;
  /** Forgets what happened, sockets too that still close, and is sound again. */
  reset(): Promise<void>;
  behave(behaviour: string): Promise<void>;
}

/** Takes hold of the desktop; undefined where the world has none. */
export function controlDesktop({ desktop }: Pick<WorldDescription, 'desktop'>): DesktopControl | undefined {
  if (!desktop) return undefined;
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${desktop.url}/control/${path}`, {
      ...{ method, headers: { authorization: `Bearer ${desktop.controlToken}` } },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the desktop answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const read = async () => (await ask('GET', 'journal')) as DesktopJournal;
  const before = new Set<number>();
  return {
    journal: async () => {
      const journal = await read();
      return { ...journal, sessions: journal.sessions.filter(({ id }) => !before.has(id)) };
    },
    reset: async () => {
      await ask('DELETE', 'journal');
      for (const { id } of (await read()).sessions) before.add(id);
    },
    behave: async (behaviour) => void (await ask('PUT', 'behaviour', { behaviour })),
  };
}
