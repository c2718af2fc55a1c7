// `npm test`: every check of the project, one after the other, and one closing line.
import './typescript/run.mjs';

const { testEverything } = await import('./test/test-everything.ts');
process.exitCode = await testEverything(process.argv.slice(2));
