import { parseDurationMs, parseIdleTimeout } from './a2a/timeouts.ts';
import { type DisplayConfig, readDisplayConfig } from './display/config.ts';
import { parseRevision, type Revision, type Rules, rulesOf } from './rules.ts';
import { cipherKey } from './secrets/cipher.ts';
import { type DeployMode, deployMode, isDevelopment } from './ssrf/mode.ts';

/** Everything that the environment decides, read once; times in milliseconds. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly adminToken: string;
  readonly migrationsDirectory: string;
  readonly revision: Revision;
  /** The rules that the revision comes to. */
  readonly rules: Rules;
  readonly development: boolean;
  readonly production: boolean;
  /** Whether tests may have a token in production too (H.1). */
  readonly testTokens: boolean;
  /** What secrets are sealed with; undefined where they are kept as they are. */
  readonly secretsKey: Buffer | undefined;
  /** Who verifies the sessions of the control plane's users, and for which organisation. */
  readonly sessions: { readonly url: string; readonly slug: string } | undefined;
  readonly deployMode: DeployMode;
  readonly orgId: string;
  readonly controlPlane: { readonly url: string; readonly sharedSecret: string } | undefined;
  /** Bearer of the control plane's admin calls. */
  readonly controlPlaneAdminToken: string;
  readonly platformUrl: string;
  /** How old a provisioning may be; undefined leaves it to the runtime (F.5). */
  readonly provisionTimeoutMs: number | undefined;
  /** How long an external agent may be silent (E.3). */
  readonly staleAfterMs: number;
  readonly idleTimeoutMs: number;
  readonly responseHeaderTimeoutMs: number;
  /** Requests per minute and client; undefined is unlimited. */
  readonly rateLimit: number | undefined;
  readonly display: DisplayConfig;
  readonly corsOrigins: readonly string[];
  readonly buildSha: string;
  readonly dieWithParent: boolean;
  /** Opens the route by which the clock is put forward; empty where the clock is the machine's. */
  readonly clockToken: string;
  /** Sentences about values that were not used as given; logged at boot. */
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the service's environment; throws with the name of the variable when a value cannot be used. */
export function readConfig(env: Environment = process.env): Config {
  const revision = parseRevision('CONTRACT_REVISION', env.CONTRACT_REVISION);
  const rules = rulesOf(revision);
  const idle = parseIdleTimeout(env.A2A_IDLE_TIMEOUT_SECONDS);
  const mode = deployMode(env.MOLECULE_DEPLOY_MODE, env.MOLECULE_ORG_ID);
  const development = isDevelopment(env.MOLECULE_ENV ?? 'development');
  return Object.freeze({
    host: env.HOST || '127.0.0.1',
    port: portNumber(env.PORT),
    databaseUrl: required(env, 'DATABASE_URL'),
    adminToken: env.ADMIN_TOKEN ?? '',
    migrationsDirectory: required(env, 'MIGRATIONS_DIR'),
    revision,
    rules,
    development,
    production: isProduction(env),
    testTokens: env.MOLECULE_ENABLE_TEST_TOKENS === '1',
    secretsKey: secretsKey(env),
    sessions: sessions(env),
    deployMode: mode.mode,
    orgId: env.MOLECULE_ORG_ID ?? '',
    controlPlane: controlPlane(env),
    controlPlaneAdminToken: env.CP_ADMIN_API_TOKEN ?? '',
    platformUrl: env.PLATFORM_URL ?? '',
    ...sweepTimes(env),
    idleTimeoutMs: idle.timeoutMs,
    responseHeaderTimeoutMs: headerTimeoutMs(env, rules),
    rateLimit: rateLimit(env, rules, development),
    display: readDisplayConfig(env),
    corsOrigins: (env.CORS_ORIGINS || 'http://localhost:3000,http://localhost:3001').split(',').map(trim),
    buildSha: env.GIT_SHA || 'dev',
    dieWithParent: env.ASSAY_DIE_WITH_PARENT === '1',
    clockToken: clockToken(env),
    warnings: [idle.warning, mode.warning].filter((warning) => warning !== undefined),
  });
}

function isProduction(env: Environment): boolean {
  return (env.MOLECULE_ENV ?? '').trim().toLowerCase() === 'production';
}

function secretsKey(env: Environment): Buffer | undefined {
  return cipherKey(
    isProduction(env) ? required(env, 'SECRETS_ENCRYPTION_KEY') : (env.SECRETS_ENCRYPTION_KEY ?? ''),
  );
}

function sessions(env: Environment): Config['sessions'] {
  const url = env.CP_UPSTREAM_URL;
  const slug = env.MOLECULE_ORG_SLUG;
  return url && slug ? { url: url.replace(/\/+$/, ''), slug } : undefined;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set; the platform cannot start without it`);
  return value;
}

function portNumber(text: string | undefined): number {
  const port = Number(text || '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is no port number: ${text}`);
  return port;
}

function controlPlane(env: Environment): Config['controlPlane'] {
  const url = env.MOLECULE_CP_URL;
  return url
    ? { url: url.replace(/\/+$/, ''), sharedSecret: env.MOLECULE_CP_SHARED_SECRET ?? '' }
    : undefined;
}

function sweepTimes(env: Environment): Pick<Config, 'provisionTimeoutMs' | 'staleAfterMs'> {
  const seconds = Number(env.PROVISION_TIMEOUT_SECONDS || '0');
  return {
    provisionTimeoutMs: Number.isInteger(seconds) && seconds > 0 ? seconds * 1000 : undefined,
    staleAfterMs: parseDurationMs(env.REMOTE_LIVENESS_STALE_AFTER) ?? 90_000,
  };
}

function headerTimeoutMs(env: Environment, rules: Rules): number {
  if (!rules.waitsLongerForHeaders) return 60_000;
  return parseDurationMs(env.A2A_PROXY_RESPONSE_HEADER_TIMEOUT) ?? 300_000;
}

function rateLimit(env: Environment, rules: Rules, development: boolean): number | undefined {
  if (rules.unlimitedInDevelopment && development) return undefined;
  const limit = Number(env.RATE_LIMIT || '600');
  return Number.isInteger(limit) && limit > 0 ? limit : 600;
}

function clockToken(env: Environment): string {
  if (!env.ASSAY_CLOCK) return '';
  if (env.ASSAY_CLOCK === 'driven') return required(env, 'ASSAY_CLOCK_TOKEN');
  throw new Error(`ASSAY_CLOCK is ${env.ASSAY_CLOCK}, and must be driven or not set`);
}

function trim(text: string): string {
  return text.trim();
}
