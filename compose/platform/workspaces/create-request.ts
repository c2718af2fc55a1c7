import type { JsonObject } from '../json.ts';

/** A create request with its defaults filled in. */
export interface CreateRequest {
  readonly name: string;
  readonly role: string | undefined;
  readonly model: string | undefined;
  readonly runtime: string;
  /** Whether the runtime was named, and not the default one. */
  readonly named: boolean;
  readonly tier: number;
  readonly template: string | undefined;
  readonly parentId: string | undefined;
  readonly budgetLimit: number | undefined;
  readonly workspaceDir: string | undefined;
  readonly workspaceAccess: string;
  readonly compute: JsonObject | undefined;
  readonly secrets: JsonObject;
  readonly maxConcurrentTasks: number;
  readonly deliveryMode: string;
  readonly external: boolean;
  readonly url: string;
  readonly x: number;
  readonly y: number;
}
