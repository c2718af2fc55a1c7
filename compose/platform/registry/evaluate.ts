import { seam } from '../../seam.ts';
import type { JsonObject } from '../json.ts';
import type { Rules } from '../rules.ts';
import type { LiveStatus } from '../workspaces/status.ts';

/** What a heartbeat says about health, as far as the status depends on it. */
export interface Health {
  readonly errorRate: number;
  readonly sampleError: string;
  readonly runtimeState: string;
}
export interface Transition {
  readonly from: LiveStatus;
  readonly to: 'online' | 'degraded';
  readonly event: 'WORKSPACE_ONLINE' | 'WORKSPACE_DEGRADED';
  readonly payload: JsonObject;
}

/** The table of E.2: the change of status that a heartbeat brings, undefined for none. */
export const evaluateStatus = seam('platform.evaluateStatus', transitionFor);

function transitionFor(
  status: string,
  health: Health,
  managesItself: boolean,
  rules: Rules,
): Transition | undefined {
  switch (status) {
    case 'online':
      return degradation(health, managesItself);
    case 'degraded':
      return recovers(health, managesItself) ? online(status, {}) : undefined;
    case 'offline':
      return online(status, {});
    case 'provisioning':
      return online(status, { recovered_from: status });
    case 'awaiting_agent':
      return rules.heartbeatEndsWaiting ? online(status, { recovered_from: status }) : undefined;
    default:
      return undefined;
  }
}

function degradation(health: Health, managesItself: boolean): Transition | undefined {
  const { errorRate, sampleError, runtimeState } = health;
  const common = { from: 'online', to: 'degraded', event: 'WORKSPACE_DEGRADED' } as const;
  if (runtimeState === 'wedged') {
    return { ...common, payload: { runtime_state: runtimeState, sample_error: sampleError } };
  }
  if (managesItself || errorRate < 0.5) return undefined;
  return { ...common, payload: { error_rate: errorRate, sample_error: sampleError } };
}

function recovers(health: Health, managesItself: boolean): boolean {
  return !managesItself && health.errorRate < 0.1 && health.runtimeState === '';
}

function online(from: LiveStatus, payload: JsonObject): Transition {
  return { from, to: 'online', event: 'WORKSPACE_ONLINE', payload };
}
