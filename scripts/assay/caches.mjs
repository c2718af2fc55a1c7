import { join } from 'node:path';
import { folderOfUser } from '../../harness/support/private-folder.mjs';

/** Where the bundles of a clone are kept: below its packages, so that what stays outside of them is found from there. */
export function cacheInClone(root) {
  return join(root, 'node_modules/.cache/assay/cli');
}

/** Where they are kept when the clone is read-only. */
export function cacheOfUser(root) {
  return folderOfUser(root, { name: 'assay-cli', isDaily: true, refuse });
}

function refuse({ code, message, fix }) {
  return new Error(`${message} [${code}]\nFix: ${fix}`);
}
