/**
 * Exits with the code that is worked out; with 2, and words for it, where that waits for what can no longer come: Node
 * would end in silence, and not always as a failure. Not after `process.exit`, which says what it means itself.
 */
export async function exitWith(working, give) {
  const unfinished = () => {
    give(
      'Assay stopped in the middle: what it waited for can no longer come. Nothing was judged. [UNFINISHED]\n' +
        'Fix: Run it again; if it stays, it is a fault of Assay.\n',
    );
    process.exitCode = 2;
  };
  process.once('beforeExit', unfinished);
  const exitCode = await working;
  process.off('beforeExit', unfinished);
  process.exitCode = exitCode;
}
