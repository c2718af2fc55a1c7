import { ensureBrowser } from '../browser/ensure-browser.ts';
import { ensureEngine } from '../engine/ensure-engine.ts';

/** What some tests need beside the packages; disposing it ends what was started here. */
export interface Surroundings extends AsyncDisposable {
  /** One line for each of them: what was found or installed, or why there is none. */
  readonly lines: readonly string[];
}

/** Provides a browser and a container engine, where this machine allows it. What is missing makes tests inconclusive. */
export async function provideSurroundings(): Promise<Surroundings> {
  const browser = await ensureBrowser();
  const engine = await ensureEngine();
  return {
    lines: [
      browser.available ? `browser: ${browser.path}` : `browser: none (${browser.why})`,
      engine.available ? 'container engine: answers' : `container engine: none (${engine.why})`,
    ],
    [Symbol.asyncDispose]: async () => {
      if (engine.available) await engine.stop();
    },
  };
}
