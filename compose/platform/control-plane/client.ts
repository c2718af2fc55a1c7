import { type Dispatcher, request } from 'undici';
import { seam } from '../../seam.ts';
import type { Config } from '../config.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { jsonText } from '../json-text.ts';

/** The container back end, through the control plane's API (M). Times out after 120 s. */
export interface ControlPlane {
  /** Rejects unless the answer is 201; returns the instance id. */
  provision(body: JsonObject): Promise<string>;
  /**
   * Stops an instance, and with `prune` drops its data too; rejects on a non-2xx status, unless it is to be ignored. No
   * instance id, no call.
   */
  stop(workspaceId: string, instanceId: string, prune?: boolean): Promise<void>;
  /** True only in state `running`; rejects when the status cannot be had. No instance id: false without a call. */
  isRunning(workspaceId: string, instanceId: string): Promise<boolean>;
  /** What the instance has printed; rejects when it cannot be had. */
  console(workspaceId: string): Promise<string>;
}

const TIMEOUT_MS = 120_000;
const READ_CAP_BYTES = 65_536;

/** A client for the configured control plane; its replies' texts never travel further. */
export function createControlPlane(
  config: Config,
  address: { readonly url: string; readonly sharedSecret: string },
): ControlPlane {
  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: JsonObject) =>
    callControlPlane(method, address.url + path, headersFor(address.sharedSecret, config.adminToken), body);
  return {
    async provision(body) {
      const { status, document } = await call('POST', '/cp/workspaces/provision', body);
      const instanceId = isObject(document) ? document.instance_id : undefined;
      if (!isProvisioned(status) || typeof instanceId !== 'string')
        throw failureOf('provision', status, document);
      return instanceId;
    },
    async stop(workspaceId, instanceId, prune = false) {
      if (instanceId === '') return;
      const path = instancePath(workspaceId, '', instanceId);
      const { status, document } = await call('DELETE', prune ? `${path}&prune=true` : path);
      if (config.rules.stopHeedsStatus && !isSuccess(status)) throw failureOf('delete', status, document);
    },
    async isRunning(workspaceId, instanceId) {
      if (instanceId === '') return false;
      const { status, document } = await call('GET', instancePath(workspaceId, '/status', instanceId));
      if (!isSuccess(status) || !isObject(document)) throw failureOf('status', status, document);
      return document.state === 'running';
    },
    async console(workspaceId) {
      const path = `/cp/admin/workspaces/${workspaceId}/console`;
      const headers = headersFor(config.controlPlaneAdminToken, config.adminToken);
      const { status, document } = await callControlPlane('GET', address.url + path, headers, undefined);
      const output = isObject(document) ? document.output : undefined;
      if (!isSuccess(status) || typeof output !== 'string') throw failureOf('console', status, document);
      return output;
    },
  };
}

/** Only 201 says that an instance was made (M). */
export const isProvisioned = seam('platform.isProvisioned', (status: number) => status === 201);

/** What a failed call is known by: its own words are not among it (M). */
export const failureOf = seam('platform.controlPlaneFailure', failure);

function failure(call: string, status: number, _document: Json | undefined): Error {
  return new Error(`${call} answered ${status}`);
}

function instancePath(workspaceId: string, suffix: string, instanceId: string): string {
  return `/cp/workspaces/${workspaceId}${suffix}?instance_id=${encodeURIComponent(instanceId)}`;
}

function headersFor(sharedSecret: string, adminToken: string): Record<string, string> {
  return {
    authorization: `Bearer ${sharedSecret}`,
    ...(adminToken ? { 'x-molecule-admin-token': adminToken } : {}),
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

async function callControlPlane(
  method: Dispatcher.HttpMethod,
  url: string,
  headers: Record<string, string>,
  body: JsonObject | undefined,
): Promise<{ readonly status: number; readonly document: Json | undefined }> {
  const answer = await request(url, {
    method,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    body: body ? jsonText(body) : null,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const bytes = await readCapped(answer.body);
  return { status: answer.statusCode, document: parsed(bytes) };
}

async function readCapped(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= READ_CAP_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, READ_CAP_BYTES);
}

function parsed(bytes: Buffer): Json | undefined {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}
