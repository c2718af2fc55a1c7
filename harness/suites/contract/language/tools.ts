import type { Form } from '../../../corpus/revisions.ts';
import type { ScriptedAgent } from '../agents/answer.ts';
import type { Expect } from './checks.ts';
import type { ControlPlaneTool } from './control-plane.ts';
import type { DatabaseTool } from './database.ts';
import type { EventsTool } from './events.ts';
import type { PlatformTool } from './platform.ts';

/** Everything that a case of the contract acts with. What it opens is closed with it. */
export interface Tools {
  readonly platform: PlatformTool;
  readonly expect: Expect;
  /** A new agent at an address of its own, whose answers the case chooses. */
  agent(): ScriptedAgent;
  readonly events: EventsTool;
  /** Only for cases that need `database`. */
  readonly database: DatabaseTool;
  /** Only for cases that need `control-plane`. */
  readonly controlPlane: ControlPlaneTool;
  /** Whose form of a rule of `revisions.json` holds. */
  form(rule: string): Form;
  /** Asks again every 20 ms until `probe` answers something, 5 s at most. */
  eventually<T>(probe: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Waits for what should not come, or is not seen from outside. */
  pause(ms: number): Promise<void>;
  /** Says that the case only waits from now on: another may be begun beside it. */
  idle(): void;
  /** Puts the clock of the platform forward; only in suites that drive it. Answers the time that it shows then. */
  advance(ms: number): Promise<number>;
  /** Ends a service in good order and starts it again; only in suites with a world of their own. */
  restart(service: string): Promise<unknown>;
  /** Ends a service by SIGKILL, and brings back what was killed; only in suites with a world of their own. */
  kill(service: string): Promise<unknown>;
  start(service: string): Promise<unknown>;
  /**
   * Sees to it that the platform has these environment variables beside its own; only in suites with a world of their own
   * in which every case says which. A platform that nobody can restart so is not judged.
   */
  configure(env: Readonly<Record<string, string>>): Promise<void>;
}
