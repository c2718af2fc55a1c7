// `node --import <this file> <program.ts>` runs TypeScript as it lies there.
import './trust-no-cache.mjs';
import 'tsx';
