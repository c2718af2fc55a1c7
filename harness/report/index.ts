export { renderSummary } from './console.ts';
export { REPORT_FILES } from './files.ts';
export { loadBaseline } from './load-baseline.ts';
export { readEvents } from './read-events.ts';
export { readReport } from './read-report.ts';
export { type SarifResult, sarifLog } from './sarif.ts';
