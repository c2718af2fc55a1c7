#!/usr/bin/env node
// The `assay` command: loads the TypeScript of harness/cli as it is.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../harness/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
