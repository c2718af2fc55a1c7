import { describe, expect, test } from 'vitest';
import { validateDispatchUrl } from './dispatch-url.ts';
import type { DeployMode } from './mode.ts';
import { deployMode } from './mode.ts';
import { validateRegisterUrl } from './register-url.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  LOCALHOST: ['127.0.0.1'],
  'public.test': ['8.8.8.8'],
  'ten.test': ['10.0.0.9'],
  'loop.test': ['127.0.0.1'],
  'mixed.test': ['8.8.8.8', '169.254.169.254'],
};
const resolve = async (host: string) => NAMES[host] ?? Promise.reject(new Error('ENOTFOUND'));

/** Rows of E.5: target, then REG self-hosted, saas, dev and DSP self-hosted, saas, dev; + allows, - blocks. */
const TABLE: readonly (readonly [string, string])[] = [
  ['ftp://8.8.8.8', '------'],
  ['file:///etc/passwd', '------'],
  ['no url', '------'],
  ['http://127.0.0.1:8000', '-----+'],
  ['http://127.9.9.9', '-----+'],
  ['http://0x7f.1', '-----+'],
  ['http://[::1]', '-----+'],
  ['http://[::ffff:127.0.0.1]', '-----+'],
  ['http://localhost:8000', '+++--+'],
  ['http://LOCALHOST', '-----+'],
  ['http://0.0.0.0', '+++---'],
  ['http://[::]', '+++---'],
  ['http://169.254.169.254', '------'],
  ['http://[fe80::1]', '------'],
  ['http://10.1.2.3', '-+--++'],
  ['http://172.16.0.1', '-+--++'],
  ['http://172.31.255.255', '-+--++'],
  ['http://192.168.1.1', '-+--++'],
  ['http://[::ffff:10.0.0.1]', '-+--++'],
  ['http://[fd00::1]', '-+--++'],
  ['http://[fc00::1]', '------'],
  ['http://192.0.2.1', '------'],
  ['http://198.51.100.1', '------'],
  ['http://203.0.113.1', '------'],
  ['http://100.64.0.1', '------'],
  ['http://100.127.255.255', '------'],
  ['http://239.1.2.3', '---+++'],
  ['http://224.0.0.1', '------'],
  ['http://[ff02::1]', '+++---'],
  ['http://[ff05::1]', '++++++'],
  ['http://[2001:db8::1]', '---+++'],
  ['http://8.8.8.8', '++++++'],
  ['http://172.32.0.1', '++++++'],
  ['https://[2606:4700::1111]', '++++++'],
  ['http://public.test', '++++++'],
  ['http://missing.test', '------'],
  ['http://ten.test', '-+--++'],
  ['http://loop.test', '-----+'],
  ['http://mixed.test', '------'],
  ['http://0.1.2.3', '------'],
  ['http://198.18.0.1', '------'],
  ['http://240.0.0.1', '------'],
  ['http://255.255.255.255', '------'],
  ['http://[64:ff9b::808:808]', '------'],
];

const MODES: readonly (readonly [string, DeployMode, boolean])[] = [
  ['self-hosted', 'self-hosted', false],
  ['saas', 'saas', false],
  ['development', 'self-hosted', true],
];

describe.each(MODES)('in mode %s (E.5)', (name, mode, development) => {
  const column = MODES.findIndex(([other]) => other === name);

  test.each(TABLE)('%s has its verdict at register', async (url, row) => {
    const verdict = await validateRegisterUrl(url, mode, resolve);
    expect(verdict.allowed).toBe(row[column] === '+');
  });

  test.each(TABLE)('%s has its verdict at dispatch', async (url, row) => {
    const verdict = await validateDispatchUrl(url, { deployMode: mode, development }, resolve);
    expect(verdict.allowed).toBe(row[column + 3] === '+');
  });
});

test('the refusal names the kind of address', async () => {
  const verdict = await validateRegisterUrl('http://169.254.169.254', 'saas', resolve);
  expect(verdict).toEqual({ allowed: false, reason: 'url targets a blocked address: link-local' });
});

test('a literal is judged without the resolver', async () => {
  const never = () => Promise.reject(new Error('asked'));
  expect(
    (await validateDispatchUrl('http://8.8.8.8', { deployMode: 'saas', development: false }, never)).allowed,
  ).toBe(true);
});

test('the deployment mode is read leniently and unknown values are strict', () => {
  expect(deployMode(' SaaS ', '')).toEqual({ mode: 'saas' });
  expect(deployMode('standalone', 'org')).toEqual({ mode: 'self-hosted' });
  expect(deployMode(undefined, 'org').mode).toBe('saas');
  expect(deployMode('cloud', 'org')).toMatchObject({
    mode: 'self-hosted',
    warning: expect.stringContaining('cloud'),
  });
});
