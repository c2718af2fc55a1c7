/** One file as agent code can use it. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** One thing that was said in a session, as the model is given it; a `tool` line is what a tool answered. */
export interface Line {
  readonly role: 'user' | 'agent' | 'tool';
  readonly text: string;
  readonly files: readonly ReadFile[];
}

/** One message for the agent, read from the wire. */
export interface Turn {
  readonly contextId: string;
  readonly taskId: string;
  /** Whether its task was waiting for what it says. */
  readonly isAnswer: boolean;
  readonly text: string;
  readonly files: readonly ReadFile[];
}

/** What the model wants: to say something, to ask before it goes on, or to have a tool used first. */
export type Thought =
  | { readonly kind: 'say'; readonly text: string; readonly pauseMs?: number }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'keep'; readonly name: string; readonly value: string }
  | { readonly kind: 'recall'; readonly name: string };

/** What a turn comes to. */
export interface Answer {
  readonly state: 'completed' | 'input-required';
  readonly text: string;
}
