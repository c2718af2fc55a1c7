import type { Fault } from '../../../faults/fault.ts';
import { bearerAdminAny } from './platform/bearer-admin-any.ts';
import { bearerAdminNone } from './platform/bearer-admin-none.ts';
import { bearerAnyCase } from './platform/bearer-any-case.ts';
import { bearerOfChildPasses } from './platform/bearer-of-child-passes.ts';
import { bearerOfRemovedPasses } from './platform/bearer-of-removed-passes.ts';
import { bearerPrefixSuffices } from './platform/bearer-prefix-suffices.ts';
import { bearerRaw } from './platform/bearer-raw.ts';
import { bearerWorkspaceAny } from './platform/bearer-workspace-any.ts';
import { bearerWorkspaceNone } from './platform/bearer-workspace-none.ts';
import { headersBare } from './platform/headers-bare.ts';
import { orgBearerForEver } from './platform/org-bearer-for-ever.ts';
import { orgBearerOfNobody } from './platform/org-bearer-of-nobody.ts';
import { pollingHearsNoFamily } from './platform/polling-hears-no-family.ts';
import { tokenOfOtherRevoked } from './platform/token-of-other-revoked.ts';
import { tokenRevokedLives } from './platform/token-revoked-lives.ts';

/** Who is let in, and who is not (0.2, H). */
export const ACCESS: readonly Fault[] = [
  bearerOfRemovedPasses,
  bearerAnyCase,
  bearerRaw,
  bearerPrefixSuffices,
  bearerOfChildPasses,
  orgBearerOfNobody,
  orgBearerForEver,
  headersBare,
  bearerWorkspaceAny,
  bearerWorkspaceNone,
  bearerAdminAny,
  bearerAdminNone,
  pollingHearsNoFamily,
  tokenOfOtherRevoked,
  tokenRevokedLives,
];
