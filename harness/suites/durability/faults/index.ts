import type { Fault } from '../../../faults/fault.ts';
import { noticeRowAfter } from './platform/notice-row-after.ts';
import { pollAcknowledgedAnyway } from './platform/poll-acknowledged-anyway.ts';
import { pollRowAfter } from './platform/poll-row-after.ts';
import { pollRowDiesWithClient } from './platform/poll-row-dies-with-client.ts';
import { pushFailsWithRow } from './platform/push-fails-with-row.ts';
import { pushRowAfter } from './platform/push-row-after.ts';
import { rowDiesWithClient } from './platform/row-dies-with-client.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  pushRowAfter,
  rowDiesWithClient,
  pushFailsWithRow,
  pollRowAfter,
  pollRowDiesWithClient,
  pollAcknowledgedAnyway,
  noticeRowAfter,
];
