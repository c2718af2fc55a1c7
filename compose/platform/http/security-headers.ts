import { seam } from '../../seam.ts';

/** What every reply tells a browser (0.1). */
export const securityHeaders = seam(
  'platform.securityHeaders',
  (): Readonly<Record<string, string>> => HEADERS,
);

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;
