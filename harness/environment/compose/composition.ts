import { RUNTIMES, type RuntimeId } from '../../corpus/entry.ts';
import type { Crew } from '../crew/crew.ts';
import type { ControlPlane } from '../services/peers.ts';
import type { ControlledEndpoint } from '../world.ts';
import { freePorts } from './free-ports.ts';
import { CONTROL_PLANE, type ComposeService, DATABASE, PLATFORM, runtimeService } from './services.ts';

/** Where everything of a compose world will listen, and with which credentials, before any of it is there. */
export interface Composition {
  /** By the names that `compose.yaml` uses. */
  readonly variables: Readonly<Record<string, string>>;
  /** URL of each service, without credentials. */
  readonly urls: Readonly<Record<string, string>>;
  readonly platform: { readonly url: string; readonly adminToken: string };
  readonly controlPlane: ControlPlane;
  readonly runtimes: Readonly<Record<RuntimeId, ControlledEndpoint>>;
  readonly database: { readonly url: string };
}

/**
 * Chooses ports and credentials. A port has one number inside and outside, so that the same URL is right for the
 * harness and for the services; that is why we choose it, and not the engine.
 */
export async function compose(crew: Crew): Promise<Composition> {
  const fresh = () => crew.credentials.fresh();
  const listeners = [DATABASE, CONTROL_PLANE, ...RUNTIMES.map(runtimeService), PLATFORM];
  const ports = await freePorts(listeners.length);
  const portOf = (service: ComposeService) => ports[listeners.findIndex(({ name }) => name === service.name)];
  const urlOf = (service: ComposeService) => `http://127.0.0.1:${portOf(service)}`;
  const password = fresh();
  const database = {
    url: `postgresql://assay:${password}@127.0.0.1:${portOf(DATABASE)}/postgres?sslmode=disable`,
  };
  const platform = { url: urlOf(PLATFORM), adminToken: fresh() };
  const controlPlane = { url: urlOf(CONTROL_PLANE), controlToken: fresh(), sharedSecret: fresh() };
  const runtimes = Object.fromEntries(
    RUNTIMES.map((line) => [line, { url: urlOf(runtimeService(line)), controlToken: fresh() }]),
  ) as Record<RuntimeId, ControlledEndpoint>;
  const urls = { ...byName(listeners, urlOf), postgres: `postgresql://127.0.0.1:${portOf(DATABASE)}` };
  const variables = {
    ...Object.fromEntries(listeners.map((each) => [`${each.prefix}_PORT`, String(portOf(each))])),
    ...Object.fromEntries(
      RUNTIMES.map((line) => [`${runtimeService(line).prefix}_TOKEN`, runtimes[line].controlToken]),
    ),
    ASSAY_CP_SIMULATOR_TOKEN: controlPlane.controlToken,
    ASSAY_CP_SHARED_SECRET: controlPlane.sharedSecret,
    ASSAY_DATABASE_PASSWORD: password,
    ASSAY_DATABASE_URL: database.url,
    ASSAY_ADMIN_TOKEN: platform.adminToken,
    ASSAY_REVISION: crew.options.revision,
  };
  return { variables, urls, platform, controlPlane, runtimes, database };
}

function byName(
  services: readonly ComposeService[],
  value: (service: ComposeService) => string,
): Record<string, string> {
  return Object.fromEntries(services.map((service) => [service.name, value(service)]));
}
