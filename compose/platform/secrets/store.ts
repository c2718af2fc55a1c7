import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';
import type { Queries, Row } from '../store/database.ts';
import { seal, unseal } from './cipher.ts';

/** Whose secret: a workspace's own, or everybody's. */
export type Scope = 'workspace' | 'global';

/** A secret that is kept, its value sealed. */
export interface Stored extends Row {
  readonly key: string;
  readonly sealed: Buffer;
  readonly scope: Scope;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Keeps a secret of a workspace, in the place of one with its key. Rejects when it cannot, or nobody has that id. */
export async function putSecret(
  { config }: Pick<Platform, 'config'>,
  queries: Queries,
  workspaceId: string,
  key: string,
  value: string,
): Promise<void> {
  await queries.query(
    'secret-put',
    `INSERT INTO workspace_secrets (workspace_id, key, sealed) VALUES ($1, $2, $3)
     ON CONFLICT (workspace_id, key) DO UPDATE SET sealed = EXCLUDED.sealed, updated_at = clock_timestamp()`,
    [workspaceId, key, seal(config.secretsKey, value)],
  );
}

/** Keeps a secret of everybody. */
export async function putGlobalSecret(
  { config, database }: Platform,
  key: string,
  value: string,
): Promise<void> {
  await database.query(
    'secret-put-global',
    `INSERT INTO global_secrets (key, sealed) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET sealed = EXCLUDED.sealed, updated_at = clock_timestamp()`,
    [key, seal(config.secretsKey, value)],
  );
}

/** The secrets that a workspace has: its own, and those of everybody that it has not replaced. */
export const secretsOf = seam('platform.secretsOf', selectSecrets);

function selectSecrets(queries: Queries, workspaceId: string): Promise<readonly Stored[]> {
  return queries.query<Stored>('secrets-of', MERGED, [workspaceId]);
}

const MERGED = `
  SELECT key, sealed, 'workspace' AS scope, created_at, updated_at FROM workspace_secrets WHERE workspace_id = $1
   UNION ALL
  SELECT g.key, g.sealed, 'global', g.created_at, g.updated_at FROM global_secrets g
   WHERE NOT EXISTS (SELECT 1 FROM workspace_secrets w WHERE w.workspace_id = $1 AND w.key = g.key)
   ORDER BY key`;

/** Values by key, or the names of those that cannot be read, as `workspace:K` or `global:K`. */
export type Opened =
  | { readonly values: Readonly<Record<string, string>> }
  | { readonly failedKeys: readonly string[] };

/** Opens secrets: all of them or none (F.7). */
export function openSecrets({ config }: Pick<Platform, 'config'>, stored: readonly Stored[]): Opened {
  const failedKeys: string[] = [];
  const values = stored.flatMap(({ key, sealed, scope }) => {
    try {
      return [[key, unseal(config.secretsKey, sealed)] as const];
    } catch {
      failedKeys.push(`${scope}:${key}`);
      return [];
    }
  });
  return failedKeys.length > 0 ? { failedKeys } : { values: Object.fromEntries(values) };
}
