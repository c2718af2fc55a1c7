import './trust-no-cache.mjs';
import { tsImport } from 'tsx/esm/api';

/** The exports of the TypeScript module at `url`, as it lies there, and of all that it imports. */
export function loadTypeScript(url) {
  return tsImport(url, import.meta.url);
}
