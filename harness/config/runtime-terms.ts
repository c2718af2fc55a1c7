import { inProject } from '../support/paths.ts';

/**
 * What a runtime can claim to be able to. A canary that needs what is not claimed is not applicable; one that needs what
 * is claimed is judged.
 */
export const CLAIMS = [
  'files',
  'memory',
  'cancel',
  'input-required',
  'streaming',
  'issued-context',
  'durable',
  'canary-mode',
  'model',
] as const;
export type Claim = (typeof CLAIMS)[number];

/** How a conversation goes on: by our contextId, by the one that the server issues, or by the history we send along. */
export const SESSION_STYLES = ['context', 'issued', 'history', 'none'] as const;
export type SessionStyle = (typeof SESSION_STYLES)[number];

/** What a runtime declares of itself, and what conversations are held with it. */
export interface RuntimeTerms {
  /** Path at which JSON-RPC is asked; looked for when absent. */
  readonly endpoint?: string;
  /** Path of its card; looked for when absent. */
  readonly cardPath?: string;
  /** Sent with each request; they may hold credentials. */
  readonly headers: Readonly<Record<string, string>>;
  readonly session: SessionStyle;
  /** `workspace` where one session serves all contexts on purpose. */
  readonly scope: 'context' | 'workspace';
  /** What it says that it is able to; when absent, files and memory, and what its card tells besides. */
  readonly claims?: readonly Claim[];
  /** Absolute folder of the canaries. */
  readonly canaries: string;
  /** How often each canary is held. */
  readonly trials: number;
  /** For how long it is asked until it takes the first message, in milliseconds. */
  readonly readinessMs: number;
}

/** The canaries of this project. */
export const OWN_CANARIES = inProject('canaries');

/** What holds where nothing else was said. */
export const USUAL_TERMS: RuntimeTerms = {
  headers: {},
  session: 'context',
  scope: 'context',
  canaries: OWN_CANARIES,
  trials: 1,
  readinessMs: 30_000,
};

/** Our own runtime claims everything, and so does whatever stands in its place. */
export const OWN_TERMS: RuntimeTerms = { ...USUAL_TERMS, claims: CLAIMS };
