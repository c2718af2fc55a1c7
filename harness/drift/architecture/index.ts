export { type ArchitectureOptions, checkArchitecture, judgeTree } from './check-architecture.ts';
export type { ArchitectureReport, RuleResult, UnresolvedCall } from './report.ts';
export { type Lifetime, standingAt } from './revision/standing.ts';
export { loadRules, provenRules } from './rules/load.ts';
export type { RuleSet } from './rules/rule-set.ts';
export { diskTree } from './tree/disk-tree.ts';
export { memoryTree, type Texts } from './tree/memory-tree.ts';
export type { Tree, TreeScope } from './tree/tree.ts';
