// `npm test`: every check of the project, one after the other, and one closing line.
import './typescript/run.mjs';
import { exitWith } from './assay/exit-with.mjs';

const { testEverything } = await import('./test/test-everything.ts');
await exitWith(testEverything(process.argv.slice(2)), (text) => process.stderr.write(text));
