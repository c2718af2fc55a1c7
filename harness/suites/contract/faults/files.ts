import type { Fault } from '../../../faults/fault.ts';
import { downloadMissingRemapped } from './platform/download-missing-remapped.ts';
import { downloadOfPollingAwaited } from './platform/download-of-polling-awaited.ts';
import { fileAdviceSwapped } from './platform/file-advice-swapped.ts';
import { fileHeadersAll } from './platform/file-headers-all.ts';
import { fileHeadersOfUpload } from './platform/file-headers-of-upload.ts';
import { fileHolderUnknownAwaited } from './platform/file-holder-unknown-awaited.ts';
import { fileOfNobodyYet } from './platform/file-of-nobody-yet.ts';
import { filePathDotsUnheeded } from './platform/file-path-dots-unheeded.ts';
import { filePathNotEscaped } from './platform/file-path-not-escaped.ts';
import { filePathUnchecked } from './platform/file-path-unchecked.ts';
import { filePathWithoutSlash } from './platform/file-path-without-slash.ts';
import { fileRedirectFollowed } from './platform/file-redirect-followed.ts';
import { fileRootRefused } from './platform/file-root-refused.ts';
import { fileRootsByPrefix } from './platform/file-roots-by-prefix.ts';
import { fileRootsFewer } from './platform/file-roots-fewer.ts';
import { fileSecretMadeElsewhere } from './platform/file-secret-made-elsewhere.ts';
import { fileSecretMadeForUploadsAlone } from './platform/file-secret-made-for-uploads-alone.ts';
import { fileSecretNeverMade } from './platform/file-secret-never-made.ts';
import { fileSecretNotShown } from './platform/file-secret-not-shown.ts';
import { fileToAnyAddress } from './platform/file-to-any-address.ts';
import { fileUnreachable500 } from './platform/file-unreachable-500.ts';
import { fileUrlWithSlash } from './platform/file-url-with-slash.ts';
import { filesOpen } from './platform/files-open.ts';
import { pendingAckedByAnyone } from './platform/pending-acked-by-anyone.ts';
import { pendingAckedOnce } from './platform/pending-acked-once.ts';
import { pendingMalformedKept } from './platform/pending-malformed-kept.ts';
import { pendingNameAsGiven } from './platform/pending-name-as-given.ts';
import { pendingOpen } from './platform/pending-open.ts';
import { pendingSentToAgent } from './platform/pending-sent-to-agent.ts';
import { pendingWithoutRows } from './platform/pending-without-rows.ts';
import { uploadExternalRefused } from './platform/upload-external-refused.ts';
import { uploadFormWrittenAnew } from './platform/upload-form-written-anew.ts';
import { uploadLimitOfR1 } from './platform/upload-limit-of-r1.ts';
import { uploadRefusalRemapped } from './platform/upload-refusal-remapped.ts';

/** Files (G). */
export const FILES: readonly Fault[] = [
  uploadExternalRefused,
  uploadFormWrittenAnew,
  uploadRefusalRemapped,
  fileUnreachable500,
  downloadMissingRemapped,
  fileSecretNotShown,
  fileSecretNeverMade,
  fileSecretMadeElsewhere,
  fileAdviceSwapped,
  fileSecretMadeForUploadsAlone,
  fileHeadersOfUpload,
  fileHeadersAll,
  filePathUnchecked,
  filePathDotsUnheeded,
  fileRootsByPrefix,
  fileRootRefused,
  filePathNotEscaped,
  fileRedirectFollowed,
  fileToAnyAddress,
  uploadLimitOfR1,
  pendingOpen,
  pendingAckedByAnyone,
  pendingAckedOnce,
  pendingWithoutRows,
  pendingMalformedKept,
  pendingNameAsGiven,
  pendingSentToAgent,
  filesOpen,
  fileRootsFewer,
  fileUrlWithSlash,
  filePathWithoutSlash,
  fileHolderUnknownAwaited,
  fileOfNobodyYet,
  downloadOfPollingAwaited,
];
