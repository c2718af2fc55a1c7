const SECRETS: readonly RegExp[] = [
  /\bBearer\s+[A-Za-z0-9._~+/=-]+/gi,
  /\b(?:sk|pk|ghp|gho|xox[abp])[-_][A-Za-z0-9_-]{8,}/g,
  /\b(?:password|secret|token|api[_-]?key)\s*[=:]\s*[^\s"',;]+/gi,
  /(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g,
];

/** Takes what looks like a credential out of a text that leaves the platform. */
export function redactSecrets(text: string): string {
  return SECRETS.reduce((clean, pattern) => clean.replace(pattern, '[REDACTED]'), text);
}
