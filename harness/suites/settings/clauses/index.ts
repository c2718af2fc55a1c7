import type { ContractCase } from '../../contract/language/index.ts';
import { BUILD } from './build.ts';
import { GLOBAL_SECRETS } from './global-secrets.ts';
import { IDLE_SETTING } from './idle-setting.ts';
import { TENANT } from './tenant.ts';
import { TEST_TOKEN } from './test-token.ts';

/** Every case for which the platform is set up otherwise, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [
  ...TENANT,
  ...BUILD,
  ...IDLE_SETTING,
  ...GLOBAL_SECRETS,
  ...TEST_TOKEN,
];
