import type { Fault } from '../../../faults/fault.ts';
import { deleteBackEndQuoted } from './platform/delete-back-end-quoted.ts';
import { deleteChildrenUnasked } from './platform/delete-children-unasked.ts';
import { deleteDataKept } from './platform/delete-data-kept.ts';
import { deleteEndsWithClient } from './platform/delete-ends-with-client.ts';
import { deleteGrandchildrenLeft } from './platform/delete-grandchildren-left.ts';
import { deleteNameAnyCase } from './platform/delete-name-any-case.ts';
import { deleteOneTry } from './platform/delete-one-try.ts';
import { deletePurgePretended } from './platform/delete-purge-pretended.ts';
import { deleteRetryRootAlone } from './platform/delete-retry-root-alone.ts';
import { deleteRevived } from './platform/delete-revived.ts';
import { deleteRootInstanceAlone } from './platform/delete-root-instance-alone.ts';
import { deleteStartOrphaned } from './platform/delete-start-orphaned.ts';
import { deleteStopsFirst } from './platform/delete-stops-first.ts';
import { deleteSwallowsStop } from './platform/delete-swallows-stop.ts';
import { deleteUnconfirmed } from './platform/delete-unconfirmed.ts';
import { acknowledgesAs202 } from './platform/poll-acknowledged-202.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  // A.5 Poll delivery.
  acknowledgesAs202,
  // F.4 Delete a workspace.
  deleteRootInstanceAlone,
  deleteSwallowsStop,
  deleteEndsWithClient,
  deleteOneTry,
  deleteBackEndQuoted,
  deleteRetryRootAlone,
  deleteGrandchildrenLeft,
  deleteUnconfirmed,
  deleteNameAnyCase,
  deleteChildrenUnasked,
  deletePurgePretended,
  deleteDataKept,
  deleteStopsFirst,
  deleteStartOrphaned,
  deleteRevived,
];
