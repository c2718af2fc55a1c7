import { createRootFs } from './root-fs.ts';

/** Makes an image of this machine's `node` with a shell, as a stand-in for the official one. */
export async function importNodeImage(name: string): Promise<void> {
  await using tree = await createRootFs();
  await tree.addPrograms([process.execPath], '/usr/local/bin');
  await tree.importAs(name, [
    'ENV PATH=/usr/local/bin:/usr/bin:/bin',
    `LABEL dev.assay.look-alike=node-${process.versions.node}`,
    'CMD ["node"]',
  ]);
}
