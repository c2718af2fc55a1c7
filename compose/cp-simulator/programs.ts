/** The calls that can be programmed, by the names that the journal uses too. */
export const CALLS = ['provision', 'delete', 'status', 'console', 'tenant-config', 'tenant-member'] as const;
export type CallName = (typeof CALLS)[number];

/** The id under which calls that are about no workspace are programmed and journalled. */
export const TENANT = 'tenant';

/** How the simulator treats one workspace; the body of `PUT /control/workspaces/:id`. */
export interface Program {
  /** What the status call says; survives until the next provision or delete. */
  readonly state?: string;
  readonly delayMs?: number;
  /** Answered instead of the regular reply; from 400 on and without `body` it comes with a leaky error text. */
  readonly status?: number;
  /** Sent as it is when a text, else as JSON. */
  readonly body?: unknown;
  /** The calls that `delayMs`, `status` and `body` apply to; all when absent. */
  readonly calls?: readonly CallName[];
  /** For so many calls only; for ever when absent. */
  readonly times?: number;
}

/** What a call gets instead of its regular reply. */
export interface Fault {
  readonly delayMs: number;
  readonly status: number | undefined;
  readonly body: unknown;
}

/** The programs and the states of all workspaces. */
export class Programs {
  readonly #programs = new Map<string, { readonly program: Program; left: number }>();
  readonly #states = new Map<string, string>();

  set(workspace: string, program: Program): void {
    this.#programs.set(workspace, { program, left: program.times ?? Number.POSITIVE_INFINITY });
    if (program.state !== undefined) this.#states.set(workspace, program.state);
  }

  forget(workspace: string): void {
    this.#programs.delete(workspace);
    this.#states.delete(workspace);
  }

  state(workspace: string): string | undefined {
    return this.#states.get(workspace);
  }

  setState(workspace: string, state: string): void {
    this.#states.set(workspace, state);
  }

  /** The fault for this call, if one is programmed and has not run out; takes one of its times. */
  take(workspace: string, call: CallName): Fault | undefined {
    const entry = this.#programs.get(workspace);
    if (!entry || entry.left <= 0 || entry.program.calls?.includes(call) === false) return undefined;
    const { delayMs = 0, status, body } = entry.program;
    if (delayMs === 0 && status === undefined && body === undefined) return undefined;
    entry.left -= 1;
    return { delayMs, status, body: body ?? leakFor(status) };
  }
}

/** What back ends say when nobody cleans up behind them; none of it may reach a user of the platform. */
function leakFor(status: number | undefined): unknown {
  if (status === undefined || status < 400) return undefined;
  const error = [
    'launch refused by compute backend:',
    'machine_type=m6i.xlarge ami=ami-0leak0123456789 vpc=vpc-0leak4567 subnet=subnet-0leak89ab',
    'raw body: {"Errors":[{"Code":"InsufficientInstanceCapacity"}]}',
  ];
  return { error: error.join(' ') };
}
