/** What has judged, with which corpus, and where. */
export interface Provenance {
  readonly harness: {
    readonly version: string;
    /** SHA-256 over everything that decides a verdict: corpus, specs, harness, services, packages. */
    readonly sources: string;
    /** What was checked out, as far as git knows, and whether files differed from it. */
    readonly commit?: string;
    readonly dirty?: boolean;
  };
  /** SHA-256 over all files of the corpus, and their number. */
  readonly corpus: { readonly digest: string; readonly files: number };
  readonly environment: EnvironmentFacts;
}

/** The machine of a run, as far as it may explain a verdict. */
export interface EnvironmentFacts {
  readonly node: string;
  readonly platform: string;
  readonly arch: string;
  /** Kernel and release. */
  readonly os: string;
  readonly cpus: number;
  readonly memoryMb: number;
  readonly timezone: string;
  readonly ci: boolean;
}
