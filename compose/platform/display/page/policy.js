/** How long leases are asked for, when they are renewed, and how a session that broke off is opened again (I.5). */
export const policy = {
  ttlSeconds: 300,
  renewEveryMs: 120_000,
  mostAttempts: 10,
  delayMs: (attempt) => Math.min(1000 * attempt, 5000),
  /** A desktop that shows nothing new is asked for a pixel so often, and given up after so many times without a word. */
  probeEveryMs: 30_000,
  mostUnanswered: 3,
};
