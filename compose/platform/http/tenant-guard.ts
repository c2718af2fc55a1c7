import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { sameOrigin } from '../auth/workspace-auth.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';
import { header } from './parameters.ts';
import { type Refusal, refuse } from './reply.ts';

const OPEN_PATHS: ReadonlySet<string> = new Set([
  '/health',
  '/metrics',
  '/registry/register',
  '/registry/heartbeat',
  '/-/clock/advance',
]);

/** TenantGuard (0.2): undefined when the request belongs to this tenant. */
export const checkTenant = seam('platform.checkTenant', refuseOtherTenants);

function refuseOtherTenants({ config, rules }: Platform, request: FastifyRequest): Refusal | undefined {
  const path = request.url.split('?')[0] ?? '';
  if (config.orgId === '' || isOpen(path, rules)) return undefined;
  const named = header(request, 'x-molecule-org-id');
  const replayed = header(request, 'fly-replay-src');
  if (named === config.orgId || replayState(replayed) === config.orgId || sameOrigin(request))
    return undefined;
  if (!rules.namesMissingOrg || named !== '' || replayed !== '') {
    return { refused: { status: 404, body: null } };
  }
  return refuse(400, 'missing tenant routing header', {
    code: 'TENANT_ORG_HEADER_REQUIRED',
    required_header: 'X-Molecule-Org-Id',
    detail: 'requests to a tenant platform name its organisation in X-Molecule-Org-Id',
  });
}

function isOpen(path: string, rules: Rules): boolean {
  if (OPEN_PATHS.has(path) || path.startsWith('/cp/')) return true;
  return rules.hasBuildInfo && path === '/buildinfo';
}

function replayState(value: string): string {
  return /(?:^|;)\s*state=([^;]*)/.exec(value)?.[1]?.trim() ?? '';
}
