import { resolve } from 'node:path';
import { parseRevision } from '../../config/revision.ts';
import {
  type ArchitectureReport,
  askLive,
  changeSince,
  checkArchitecture,
  checkEnums,
  type EnumDriftReport,
  loadEnumSettings,
  loadRules,
  readLiveValues,
} from '../../drift/index.ts';
import { bootDatabase } from '../../environment/index.ts';

/** The options of `assay drift`, as typed. */
export interface DriftFlags {
  readonly config?: string;
  readonly changed?: string;
  readonly baseline?: string;
  readonly explain?: boolean;
  readonly sarif?: string;
  readonly json?: boolean;
  /** A server's URL, or `true` for one that is started and stopped here. */
  readonly live?: string | true;
  readonly root?: string;
  readonly revision?: string;
}

/** Checks the enums that a settings file names. */
export async function checkEnumTree(file: string, flags: DriftFlags): Promise<EnumDriftReport> {
  const settings = loadEnumSettings(file);
  const changed = flags.changed === undefined ? {} : { changed: changeSince(settings.root, flags.changed) };
  if (flags.live === undefined) return checkEnums(settings, changed);
  await using database = flags.live === true ? await bootDatabase() : lentDatabase(flags.live);
  return await checkEnums(settings, {
    ...changed,
    ...(flags.live !== true && { liveValues: await readLiveValues(database.url) }),
    askLive: (applied, facts) => askLive(database.url, applied, facts),
  });
}

/** Holds a tree against a file of architecture rules. */
export async function checkArchitectureTree(
  file: string,
  flags: DriftFlags,
  cwd: string,
): Promise<ArchitectureReport> {
  const root = flags.root === undefined ? undefined : resolve(cwd, flags.root);
  const at = flags.revision === undefined ? {} : { revision: parseRevision(flags.revision) };
  if (flags.changed === undefined) return checkArchitecture(file, root, at);
  const place = root ?? loadRules(file).root ?? cwd;
  return checkArchitecture(file, root, { ...at, changed: changeSince(place, flags.changed) });
}

function lentDatabase(url: string): { readonly url: string } & AsyncDisposable {
  return { url, [Symbol.asyncDispose]: () => Promise.resolve() };
}
