/** Assertions that a model judges. */
export const JUDGED: readonly string[] = [
  ...['llm-rubric', 'g-eval', 'factuality', 'model-graded-factuality', 'model-graded-closedqa', 'pi'],
  ...['similar', 'answer-relevance', 'context-faithfulness', 'context-recall', 'context-relevance'],
  ...['conversation-relevance', 'trajectory:goal-success', 'agent-rubric', 'search-rubric', 'video-rubric'],
  ...['research-rubric', 'select-best', 'max-score', 'classifier', 'moderation', 'guardrails'],
];

/** Assertions that are programs. */
export const PROGRAMS: readonly string[] = ['javascript', 'python', 'ruby', 'webhook'];
