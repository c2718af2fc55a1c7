import { judgePlannedCases } from '../harness/index.ts';

// Every case of the suites that README.md beside this file lists, one test each, as the run has planned them.
judgePlannedCases();
