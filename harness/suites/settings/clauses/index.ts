import type { ContractCase } from '../../contract/language/index.ts';
import { BUILD } from './build.ts';
import { IDLE_SETTING } from './idle-setting.ts';
import { TENANT } from './tenant.ts';

/** Every case for which the platform is set up otherwise, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [...TENANT, ...BUILD, ...IDLE_SETTING];
