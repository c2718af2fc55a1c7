import type { CorpusProblem } from '../problem.ts';
import type { EntryRule } from '../source.ts';

const EMAIL = /[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}/g;
const RESERVED_DOMAIN = /(^|\.)(example\.(com|org|net)|example|test|invalid|localhost)$/i;
const PHONE = /(?<![\w.-])(\+\d{1,3}[ ().-]?(\d[ ().-]?){7,12}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w.-])/g;
const IPV4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/g;
/** Loopback, unspecified, and the three ranges kept for documentation (RFC 5737). */
const HARMLESS_IPV4 = /^(127\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/;

/** No addresses, numbers or hosts that may belong to somebody. */
export const personalData: EntryRule = ({ file, sidecar, payloads }) => [
  ...found(file, sidecar),
  ...payloads.flatMap((payload) => found(payload.file, payload.stored.toString('utf8'))),
];

function found(file: string, text: string): readonly CorpusProblem[] {
  const emails = all(EMAIL, text).filter((address) => !RESERVED_DOMAIN.test(address.split('@')[1] ?? ''));
  const hosts = all(IPV4, text).filter((host) => isIpv4(host) && !HARMLESS_IPV4.test(host));
  return [
    ...emails.map((value) => problem(file, `e-mail address \`${value}\``, 'Use an address at example.com.')),
    ...all(PHONE, text).map((value) => problem(file, `phone number \`${value}\``, 'Take it out.')),
    ...hosts.map((value) => problem(file, `IP address \`${value}\``, 'Use one of 192.0.2.0/24.')),
  ];
}

function isIpv4(host: string): boolean {
  return host.split('.').every((part) => Number(part) <= 255);
}

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[0]);
}

function problem(file: string, what: string, fix: string): CorpusProblem {
  return { file, rule: 'personal-data', message: `contains the ${what}`, fix };
}
