import { seam } from '../../seam.ts';
import type { AddressClass } from './addresses.ts';
import type { DeployMode } from './mode.ts';
import { judgeUrl, type Resolve, type UrlVerdict } from './target.ts';

export interface DispatchMode {
  readonly deployMode: DeployMode;
  readonly development: boolean;
}

const ALWAYS: ReadonlySet<AddressClass> = new Set<AddressClass>([
  'unspecified',
  'link-local',
  'unique local',
  'documentation',
  'carrier-grade NAT',
  'local multicast v4',
  'local multicast v6',
  'reserved',
]);

/** Column DSP of E.5: where a message may be sent. Asked when the URL is resolved and again before the dial. */
export const validateDispatchUrl = seam('platform.validateDispatchUrl', judgeDispatchUrl);

function judgeDispatchUrl(url: string, mode: DispatchMode, resolve: Resolve): Promise<UrlVerdict> {
  const policy = {
    trustsName: (host: string) => mode.development && host === 'localhost',
    blocks: (addressClass: AddressClass) => blocks(addressClass, mode),
  };
  return judgeUrl(url, policy, resolve);
}

function blocks(addressClass: AddressClass, mode: DispatchMode): boolean {
  if (addressClass === 'loopback') return !mode.development;
  if (addressClass === 'private') return !mode.development && mode.deployMode !== 'saas';
  return ALWAYS.has(addressClass);
}
