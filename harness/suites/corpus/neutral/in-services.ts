import type { Neutral } from '../../../faults/fault.ts';
import { agentIdsOtherwise } from './services/agent-ids-otherwise.ts';
import { agentsAnswerByTask } from './services/agents-answer-by-task.ts';
import { agentsElsewhere } from './services/agents-elsewhere.ts';
import { agentsLimited } from './services/agents-limited.ts';
import { cardReadFirst } from './services/card-read-first.ts';
import { databaseSlow } from './services/database-slow.ts';
import { forwardedEscaped } from './services/forwarded-escaped.ts';
import { forwardedNumbersOtherwise } from './services/forwarded-numbers-otherwise.ts';
import { hintsOtherwise } from './services/hints-otherwise.ts';
import { platformElsewhere } from './services/platform-elsewhere.ts';
import { platformIdsOtherwise } from './services/platform-ids-otherwise.ts';
import { platformSettings } from './services/platform-settings.ts';
import { platformTalkative } from './services/platform-talkative.ts';
import { queueDrainedLate } from './services/queue-drained-late.ts';
import { rowsThroughJsonb } from './services/rows-through-jsonb.ts';

/** Variants that stand at the seams of a service: what is preloaded into it. */
export const IN_SERVICES: readonly Neutral[] = [
  agentIdsOtherwise,
  agentsAnswerByTask,
  agentsElsewhere,
  agentsLimited,
  cardReadFirst,
  databaseSlow,
  forwardedEscaped,
  forwardedNumbersOtherwise,
  hintsOtherwise,
  platformElsewhere,
  platformIdsOtherwise,
  platformSettings,
  platformTalkative,
  queueDrainedLate,
  rowsThroughJsonb,
];
