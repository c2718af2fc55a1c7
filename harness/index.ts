// All that specs and canaries may import.
export { judgePlannedCases } from './playwright/judges.ts';
