/** One call that an agent makes: a request with a text body. */
export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

export interface HttpReply {
  readonly status: number;
  readonly text: string;
}

/**
 * The HTTP client of all agents of the process. Its library is loaded with the first call, because most runs of a
 * line never make one and every process of a world pays for what it loads.
 */
export class HttpClient implements AsyncDisposable {
  #loaded: ReturnType<typeof load> | undefined;

  /** Throws the transport's own error when no reply comes. */
  async send({ url, ...call }: HttpCall): Promise<HttpReply> {
    this.#loaded ??= load();
    const { request, dispatcher } = await this.#loaded;
    const reply = await request(url, { ...call, dispatcher });
    return { status: reply.statusCode, text: await reply.body.text() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#loaded)?.dispatcher.destroy();
  }
}

async function load() {
  const { Agent, request } = await import('undici');
  return { request, dispatcher: new Agent({ keepAliveTimeout: 1_000 }) };
}
