import { readFile } from 'node:fs/promises';
import { inProject } from '../support/paths.ts';

const PACKAGES = ['@playwright/test', 'a2a-sdk-0.2', 'a2a-sdk-0.3', 'a2a-sdk-1', 'ajv', 'undici'] as const;

/** Versions of what takes part in judging: Assay, Node, the runner and the three SDK lines. */
export async function installedVersions(): Promise<Readonly<Record<string, string>>> {
  const packages = await Promise.all(
    PACKAGES.map(async (name) => [name, await versionOf(`node_modules/${name}`)]),
  );
  return { assay: await versionOf('.'), node: process.versions.node, ...Object.fromEntries(packages) };
}

async function versionOf(folder: string): Promise<string> {
  return JSON.parse(await readFile(inProject(`${folder}/package.json`), 'utf8')).version;
}
