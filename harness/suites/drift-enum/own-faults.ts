import type { Edit, Mark } from '../../faults/edits.ts';

/** A change of our own platform's files; paths from `compose/platform`. */
interface OwnChange {
  readonly id: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A fault in a copy of our own platform, and where it must be found. */
interface OwnFault extends OwnChange {
  readonly at: Mark;
}

export const OWN_FAULTS: readonly OwnFault[] = [
  {
    id: 'own-enum-value-taken-away',
    title: 'a migration no longer adds a value that code writes (M151)',
    edits: [
      {
        file: 'migrations/006_status_awaiting_agent.up.sql',
        find: "ALTER TYPE workspace_status ADD VALUE IF NOT EXISTS 'awaiting_agent';",
        put: '',
      },
    ],
    at: { file: 'workspaces/create.ts', text: "? 'awaiting_agent'" },
  },
  {
    id: 'own-enum-value-misspelled',
    title: 'a statement compares with a value that does not exist',
    edits: [{ file: 'workspaces/delete.ts', find: "SET status = 'removed'", put: "SET status = 'remvoed'" }],
    at: { file: 'workspaces/delete.ts', text: "SET status = 'remvoed'" },
  },
];

/** Changes of the same files that mean the same: nobody may report them. */
export const OWN_VARIANTS: readonly OwnChange[] = [
  {
    id: 'own-enum-value-declared-in-another-place',
    title: 'a value is added before another one instead of at the end',
    edits: [
      {
        file: 'migrations/006_status_awaiting_agent.up.sql',
        find: "ADD VALUE IF NOT EXISTS 'awaiting_agent';",
        put: "ADD VALUE IF NOT EXISTS 'awaiting_agent' BEFORE 'online';",
      },
    ],
  },
  {
    id: 'own-enum-statement-laid-out-otherwise',
    title: 'a statement is in capitals, on more lines and has a comment',
    edits: [
      {
        file: 'workspaces/delete.ts',
        find: "SET status = 'removed'",
        put: "SET\n    /* 'gone' for good */ STATUS\n      = 'removed'",
      },
    ],
  },
];
