/** Entries of one message in a running context, through the platform, that an agent answers with a message. */
export const ANSWERED_WITH_A_MESSAGE: readonly string[] = [
  'context-id-long',
  'context-id-mixed-case',
  'context-id-path',
  'context-id-urn',
  'context-id-zero',
  'hg-content-and-metadata',
  'v03-context',
  'v03-full',
];

/** The same whatever the agent answers. */
export const ONE_IN_CONTEXT: readonly string[] = [
  ...ANSWERED_WITH_A_MESSAGE,
  'v03-stream-platform-full',
  'v03-unknown-task',
];

/** Sessions whose agent restarts with a message in its hands. */
export const RESTARTED_IN_FLIGHT: readonly string[] = [
  'session-restart-in-flight',
  'session-restart-in-flight-caller',
  'session-restart-in-flight-content',
];

/** Sessions whose agent restarts at another moment. */
export const RESTARTED_OTHERWISE: readonly string[] = [
  'session-restart-mid-answer',
  'session-restart-other-address',
  'session-restart-same-address',
  'session-restart-task-platform',
  'session-restart-unreachable',
];

/** Sessions of users whose agent restarts, and answers with messages before and after. */
export const RESTARTED: readonly string[] = [
  'session-restart-in-flight',
  'session-restart-in-flight-content',
  'session-restart-mid-answer',
  'session-restart-other-address',
  'session-restart-same-address',
];

/** All entries that go on in a context through the platform and are answered. */
export const IN_CONTEXT: readonly string[] = [
  ...ONE_IN_CONTEXT,
  'session-platform-context',
  ...RESTARTED_IN_FLIGHT,
  ...RESTARTED_OTHERWISE,
];
