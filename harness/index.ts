// All that specs and canaries may import.
export { plannedCases } from './playwright/planned-cases.ts';
export { test } from './playwright/test.ts';
