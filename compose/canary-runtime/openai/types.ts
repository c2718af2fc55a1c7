/** A request of OpenAI's chat completions, as far as the model looks into it. */
export interface ChatRequest {
  readonly model?: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly { readonly function?: { readonly name?: string } }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
}

/** One message of such a request; what a system says is no part of a conversation. */
export interface ChatMessage {
  readonly role: string;
  readonly content?: string | readonly ContentPart[] | null;
  readonly tool_calls?: readonly ToolCall[];
  readonly tool_call_id?: string;
}

export interface ContentPart {
  readonly type: string;
  readonly text?: string;
  /** `file_data` is a data URL. */
  readonly file?: { readonly filename?: string; readonly file_data?: string };
}

/** A tool that the model wants to be called; `arguments` are JSON. */
export interface ToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** What the model says next: words, or the tool that it needs first. */
export interface Said {
  readonly text?: string;
  readonly call?: ToolCall;
  readonly pauseMs?: number;
}

/** The tools that the model knows how to use, where it is offered them. */
export const TOOL = { keep: 'remember', recall: 'recall', ask: 'ask_user' } as const;
