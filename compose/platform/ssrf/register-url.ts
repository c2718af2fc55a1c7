import { seam } from '../../seam.ts';
import type { AddressClass } from './addresses.ts';
import type { DeployMode } from './mode.ts';
import { judgeUrl, type Resolve, type UrlPolicy, type UrlVerdict } from './target.ts';

const BLOCKED: ReadonlySet<AddressClass> = new Set<AddressClass>([
  'loopback',
  'link-local',
  'unique local',
  'documentation',
  'documentation v6',
  'carrier-grade NAT',
  'local multicast v4',
  'multicast v4',
  'reserved',
]);
const SELF_HOSTED_ONLY: ReadonlySet<AddressClass> = new Set<AddressClass>(['private']);

/** Column REG of E.5: what an agent may register as its URL. Development changes nothing here. */
export const validateRegisterUrl = seam('platform.validateRegisterUrl', judgeRegisterUrl);

function judgeRegisterUrl(url: string, mode: DeployMode, resolve: Resolve): Promise<UrlVerdict> {
  return judgeUrl(url, registerPolicy(mode), resolve);
}

function registerPolicy(mode: DeployMode): UrlPolicy {
  return {
    trustsName: (host) => host === 'localhost',
    blocks: (addressClass) =>
      BLOCKED.has(addressClass) || (mode === 'self-hosted' && SELF_HOSTED_ONLY.has(addressClass)),
  };
}
