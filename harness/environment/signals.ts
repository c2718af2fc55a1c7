import { EXIT } from '../support/errors.ts';

type Leave = (code: number) => void;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * On Ctrl-C (or SIGTERM) runs `dispose` once and leaves with 130; a second one leaves at once, and what then still
 * stands is taken down by the next start. Disposing the result gives the signals back.
 */
export function handleSignals(
  dispose: () => Promise<unknown>,
  leave: Leave = (code) => process.exit(code),
): Disposable {
  let interrupted = false;
  const onSignal = () => {
    if (interrupted) return leave(EXIT.interrupted);
    interrupted = true;
    dispose().then(
      () => leave(EXIT.interrupted),
      () => leave(EXIT.interrupted),
    );
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    [Symbol.dispose]: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
