import { plant } from '../../../faults/plant.ts';

interface Captured {
  readonly headers: Readonly<Record<string, string>>;
}

plant('runtime.capture', () => (captured: Captured) => {
  const { 'content-type': type, 'a2a-version': version } = captured.headers;
  return type === 'application/json' && version === undefined ? captured : undefined;
});
