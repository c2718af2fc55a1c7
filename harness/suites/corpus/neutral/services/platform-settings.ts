import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const IDLE_SECONDS = 900;

export const platformSettings: Neutral = {
  id: 'N-platform-settings',
  title: 'the platform is set up otherwise, where that changes no answer',
  plant: {
    kind: 'service',
    service: 'platform',
    env: {
      A2A_IDLE_TIMEOUT_SECONDS: String(IDLE_SECONDS),
      A2A_PROXY_RESPONSE_HEADER_TIMEOUT: '10m',
      CORS_ORIGINS: 'https://canvas.example.invalid',
      PLATFORM_URL: 'https://platform.example.invalid',
      MOLECULE_ENV: 'dev',
      MOLECULE_DEPLOY_MODE: ' Standalone ',
      GIT_SHA: 'f00dfeed',
    },
    seams: [
      at(
        'platform.idleTimeoutMs',
        (timeout) =>
          (...given) =>
            mustHold(timeout(...given)),
      ),
    ],
  },
};

/** Throws when the settings have not reached the platform: then nothing is planted, and nothing shown. */
function mustHold(idleTimeoutMs: number): number {
  if (idleTimeoutMs === IDLE_SECONDS * 1_000) return idleTimeoutMs;
  throw new Error(`the platform is not set up otherwise: its idle timeout is ${idleTimeoutMs} ms`);
}
