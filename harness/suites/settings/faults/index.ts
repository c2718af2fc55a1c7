import type { Fault } from '../../../faults/fault.ts';
import { adminIsAnyWorkspace } from './platform/admin-is-any-workspace.ts';
import { anyTenant } from './platform/any-tenant.ts';
import { buildOfYesterday } from './platform/build-of-yesterday.ts';
import { mintedTokenVoid } from './platform/minted-token-void.ts';
import { ownTenantRefused } from './platform/own-tenant-refused.ts';
import { replayIgnored } from './platform/replay-ignored.ts';
import { secretGlobalAlone } from './platform/secret-global-alone.ts';
import { secretGlobalWins } from './platform/secret-global-wins.ts';
import { settingIgnored } from './platform/setting-ignored.ts';
import { settingParsedInPart } from './platform/setting-parsed-in-part.ts';
import { tenantAnyCase } from './platform/tenant-any-case.ts';
import { testTokenBearerAlone } from './platform/test-token-bearer-alone.ts';
import { testTokenForAll } from './platform/test-token-for-all.ts';
import { testTokenForOrganisation } from './platform/test-token-for-organisation.ts';
import { testTokenInProduction } from './platform/test-token-in-production.ts';
import { testTokenKept } from './platform/test-token-kept.ts';
import { testTokenOfNobody } from './platform/test-token-of-nobody.ts';

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

  // 0.2, H.1: who is an admin, and who has tokens for tests.
  adminIsAnyWorkspace,
  testTokenInProduction,
  testTokenForAll,
  testTokenForOrganisation,
  testTokenBearerAlone,
  testTokenOfNobody,

  // F.7: everybody's secrets.
  secretGlobalWins,
  secretGlobalAlone,
  testTokenKept,
  mintedTokenVoid,
];
