/** What became of one socket; times are ISO 8601. */
export interface SessionEntry {
  readonly id: number;
  readonly openedAt: string;
  closedAt: string | null;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  stage: 'banner' | 'handshake' | 'live';
  pictures: number;
  pings: number;
  pongs: number;
  resizeRequests: number;
  /** It waits for all of the picture, not only for what changes. */
  wantsAll: boolean;
  /** Why we ended it, where we did. */
  gaveUp: string | null;
}

/** The sockets in the order in which they came, the oldest dropped beyond a bound. */
export interface Journal {
  open(path: string, headers: SessionEntry['headers']): SessionEntry;
  read(): readonly SessionEntry[];
  forget(): void;
}

const MOST_KEPT = 1_000;

/** Nobody has come yet; ids are not used twice. */
export function openJournal(): Journal {
  let entries: SessionEntry[] = [];
  let lastId = 0;
  return {
    open: (path, headers) => {
      lastId += 1;
      const entry: SessionEntry = {
        ...{ id: lastId, openedAt: new Date().toISOString(), closedAt: null, path, headers },
        ...{
          stage: 'banner',
          pictures: 0,
          pings: 0,
          pongs: 0,
          resizeRequests: 0,
          wantsAll: false,
          gaveUp: null,
        },
      };
      entries.push(entry);
      if (entries.length > MOST_KEPT) entries.shift();
      return entry;
    },
    read: () => entries,
    forget: () => {
      entries = entries.filter(({ closedAt }) => closedAt === null);
    },
  };
}
