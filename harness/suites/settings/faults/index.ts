import type { Fault } from '../../../faults/fault.ts';
import { anyTenant } from './platform/any-tenant.ts';
import { buildOfYesterday } from './platform/build-of-yesterday.ts';
import { ownTenantRefused } from './platform/own-tenant-refused.ts';
import { replayIgnored } from './platform/replay-ignored.ts';
import { settingIgnored } from './platform/setting-ignored.ts';
import { settingParsedInPart } from './platform/setting-parsed-in-part.ts';
import { tenantAnyCase } from './platform/tenant-any-case.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // 0.2: whom a platform of one organisation answers.
  anyTenant,
  ownTenantRefused,
  replayIgnored,
  tenantAnyCase,

  // 0.3: what runs.
  buildOfYesterday,

  // A.8: which idle time is taken.
  settingParsedInPart,
  settingIgnored,
];
