// All that specs and canaries may import.
export { inOneProcess, judges } from './playwright/judges.ts';
