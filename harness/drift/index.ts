export {
  type ArchitectureOptions,
  type ArchitectureReport,
  checkArchitecture,
  diskTree,
  judgeTree,
  type Lifetime,
  loadRules,
  type RuleSet,
  standingAt,
} from './architecture/index.ts';
export { checkEnums, type EnumCheckOptions } from './enum/check-enums.ts';
export { askLive } from './enum/live/ask-live.ts';
export { readLiveValues } from './enum/live/live-values.ts';
export { type CheckMemory, createMemory } from './enum/memory.ts';
export {
  allConstructs,
  type Construct,
  copyTree,
  FIXTURES as ENUM_FIXTURES,
  placeOfConstruct,
} from './enum/planting.ts';
export type { EnumDriftReport } from './enum/report.ts';
export { type EnumSettings, loadEnumSettings } from './enum/settings.ts';
export { tablesMarkdown } from './enum/tables.ts';
export { loadKnownDrifts, withKnownDrifts } from './support/baseline.ts';
export { changeSince } from './support/changed.ts';
export { type DriftFinding, placeText } from './support/finding.ts';
export type { DriftReport } from './support/report.ts';
export { type DriftScope, scopeWords } from './support/scope.ts';
