import { at, type SeamChange } from '../../../faults/plant.ts';

/** Another text in a file of the take-control page. What is replaced must be there once, or the page is not served. */
export function editPage(file: string, find: string, put: string): SeamChange {
  return at('platform.displayPageFile', (asItIs) => (name, content) => {
    const text = asItIs(name, content);
    if (name !== file) return text;
    if (text.split(find).length !== 2) throw new Error(`${file} does not hold ‘${find}’ exactly once`);
    return text.replace(find, () => put);
  });
}
