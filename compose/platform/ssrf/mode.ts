export type DeployMode = 'saas' | 'self-hosted';

/** The deployment mode that both URL validators read (E.5), with a warning when the value is not known. */
export function deployMode(
  value: string | undefined,
  orgId: string | undefined,
): { mode: DeployMode; warning?: string } {
  const text = (value ?? '').trim().toLowerCase();
  if (text === '') return { mode: orgId ? 'saas' : 'self-hosted' };
  if (text === 'saas') return { mode: 'saas' };
  if (['self-hosted', 'selfhosted', 'standalone'].includes(text)) return { mode: 'self-hosted' };
  return {
    mode: 'self-hosted',
    warning: `MOLECULE_DEPLOY_MODE=${text} is not known, treated as self-hosted`,
  };
}

/** True for the two values of MOLECULE_ENV that mean development. */
export function isDevelopment(value: string): boolean {
  return ['dev', 'development'].includes(value.trim().toLowerCase());
}
