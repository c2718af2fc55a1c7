import type { Fault } from '../../../faults/fault.ts';
import { bodyRewritten } from './body-rewritten.ts';
import { headersPlain } from './headers-plain.ts';
import { replyShort } from './reply-short.ts';
import { sentTwice } from './sent-twice.ts';

/** What the harness could get wrong itself: no such mistake may come out green. */
export const STEP_FAULTS: readonly Fault[] = [sentTwice, bodyRewritten, headersPlain, replyShort];
