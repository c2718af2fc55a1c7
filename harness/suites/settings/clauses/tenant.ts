import { regex } from 'pactum-matchers';
import { before, type Conditions, type ContractCase, rows, since } from '../../contract/language/index.ts';

const ORG = 'f3c1a5de-0000-4000-8000-00000000a1fa';
const OTHER = 'f3c1a5de-0000-4000-8000-0000000be7a0';

/** What a request says of its tenant, and what becomes of it. */
interface Knock extends Conditions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly like?: unknown;
  /** What the body as it stands has to match. */
  readonly text?: RegExp;
}

const NOTHING = /^$/;
const A_LIST = /^\s*\[/;

const MISSING = {
  code: 'TENANT_ORG_HEADER_REQUIRED',
  error: 'missing tenant routing header',
  required_header: 'X-Molecule-Org-Id',
};

/** 0.2: a platform of one organisation answers nobody else. */
export const TENANT: readonly ContractCase[] = rows<Knock>(
  '0.2',
  'tenant',
  {
    right: { headers: { 'x-molecule-org-id': ORG }, status: 200, text: A_LIST },
    wrong: { headers: { 'x-molecule-org-id': OTHER }, status: 404, text: NOTHING },
    'wrong-beside-replay': {
      headers: { 'x-molecule-org-id': OTHER, 'fly-replay-src': `instance=x;state=${OTHER}` },
      status: 404,
      text: NOTHING,
    },
    'by-replay': { headers: { 'fly-replay-src': `instance=x;state=${ORG}` }, status: 200, text: A_LIST },
    'upper-case': { headers: { 'x-molecule-org-id': ORG.toUpperCase() }, status: 404, text: NOTHING },
    missing: { status: 400, like: MISSING, ...since('namesMissingOrg') },
    empty: { headers: { 'x-molecule-org-id': '' }, status: 400, like: MISSING, ...since('namesMissingOrg') },
    'missing-on-unknown-path': {
      path: '/no/such/path',
      status: 400,
      like: MISSING,
      ...since('namesMissingOrg'),
    },
    'missing-before': { status: 404, text: NOTHING, ...before('namesMissingOrg') },
    'build-is-open': {
      path: '/buildinfo',
      status: 200,
      like: { git_sha: regex(/.+/) },
      ...since('hasBuildInfo'),
    },
  },
  (_row, key) => `A request to a platform of one organisation: ${key}`,
  async ({ platform, expect, configure }, { path = '/workspaces', headers = {}, status, like, text }) => {
    await configure({ MOLECULE_ORG_ID: ORG });
    const reply = await platform.ask('GET', path, { as: 'admin', headers });
    expect('the platform answers', reply, {
      status,
      ...(like !== undefined && { like }),
      ...(text && { text }),
    });
  },
);
