import type { Canary, Expect } from '../../canary/canary.ts';
import type { WireLine } from '../../canary/envelope.ts';
import type { Claim, RuntimeTerms } from '../../config/runtime-terms.ts';
import type { AgentReply } from '../../wire/reply/agent-reply.ts';

/** What came of something that was said to an agent. */
export type Outcome =
  | { readonly kind: 'answered'; readonly reply: AgentReply }
  /** The runtime would not take it: an error, or a task that was rejected. */
  | { readonly kind: 'refused'; readonly words: string }
  /** It took it, and failed; or what came makes no sense. */
  | { readonly kind: 'failed'; readonly words: string }
  /** Nothing came, or nothing that ends, before the deadline. */
  | { readonly kind: 'overdue'; readonly words: string };

/** A turn as it went: what was said with its placeholders filled in, what it is held to, and what came. */
export interface TurnRecord {
  readonly kind: 'turn';
  readonly label: string;
  readonly context: string;
  readonly said: string;
  readonly begins: boolean;
  /** It was to be dropped in the middle, and ended before that. */
  readonly wasNotDropped?: true;
  readonly outcome: Outcome;
  readonly expect: Expect;
  /** Patterns of what was to be captured, and found nothing. */
  readonly uncaptured: readonly string[];
  readonly durationMs: number;
  /** For each call of the model in this conversation, what it was given; only where it was asked for. */
  readonly prompts?: Prompts;
  readonly requestId: string;
}

/** What the model was given, and what the user had said in this conversation. */
export interface Prompts {
  readonly last: readonly { readonly role: string; readonly text: string }[];
  readonly said: readonly string[];
}

/** A step as it went; `fault` says what came instead of what it was to do. */
export interface StepRecord {
  readonly kind: 'restart' | 'cancel';
  readonly label: string;
  readonly fault?: string;
}

/** One time that a canary was held. */
export type TrialRecord = readonly (TurnRecord | StepRecord)[];

/** What is known of a runtime after the first message. */
export interface Acquaintance {
  /** Where JSON-RPC is asked. */
  readonly endpoint: string;
  /** Where its card was found. */
  readonly cardPath?: string;
  readonly line: WireLine;
  /** What its card says of the version. */
  readonly version?: string;
  readonly claims: readonly Claim[];
  /** What it answered to the first message, when that was no answer. */
  readonly unusable?: string;
}

/** What a case did and saw. */
export type Observed =
  | { readonly unclaimed: string }
  | {
      readonly canary: Pick<Canary, 'name' | 'title'>;
      readonly met: Acquaintance;
      readonly terms: Pick<RuntimeTerms, 'session' | 'scope'>;
      /** It was never seen to answer, and is judged all the same. */
      readonly isUnseen: boolean;
      readonly trials: readonly TrialRecord[];
      readonly bytesSent: number;
      readonly exchanges: number;
    };
