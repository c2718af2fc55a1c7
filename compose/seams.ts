import type { answer, inTurn, leftOfCancelled } from './canary-runtime/agent.ts';
import type { cardPath } from './canary-runtime/card.ts';
import type { begin, publish } from './canary-runtime/executor.ts';
import type { memoryKey } from './canary-runtime/memory.ts';
import type { filesIn, textIn } from './canary-runtime/message.ts';
import type { fixedLine, promptOf, think } from './canary-runtime/model.ts';
import type { mayGoOn, pump, requestOf, saidAs } from './canary-runtime/rpc.ts';
import type { kept, restored, sessionKey } from './canary-runtime/sessions.ts';
import type { startHeartbeat } from './desktop/sessions.ts';
import type { admit } from './echo-runtime/admission.ts';
import type { handOver, readWith, reply } from './echo-runtime/agent-code.ts';
import type { forward } from './echo-runtime/agent-front.ts';
import type { untilGone } from './echo-runtime/hold.ts';
import type { capture } from './echo-runtime/inbox.ts';
import type { leftOf } from './echo-runtime/leave.ts';
import type { heartbeatBody } from './echo-runtime/platform-client.ts';
import type { activityPath } from './echo-runtime/poller.ts';
import type { echoedId, envelopeOf } from './echo-runtime/strict/envelope.ts';
import type { Validate } from './echo-runtime/strict/schemas.ts';
import type { checkBudget } from './platform/a2a/budget.ts';
import type {
  checkCallerToken,
  checkReservedCaller,
  identifyCaller,
  isCanvasUser,
} from './platform/a2a/caller.ts';
import type { dispatch } from './platform/a2a/dispatch.ts';
import type { sendItem } from './platform/a2a/drain.ts';
import type { dropStale } from './platform/a2a/drop-stale.ts';
import type { canCommunicate, checkHierarchy } from './platform/a2a/hierarchy.ts';
import type { idleTimeoutMs, startIdleTimer } from './platform/a2a/idle-timer.ts';
import type { isDeadStatus, mapResult, mapUnreadable } from './platform/a2a/map-result.ts';
import type {
  contentToParts,
  contentType,
  defaultRole,
  fillMessageId,
  listContentToParts,
  requireParts,
  typeToKind,
} from './platform/a2a/message-rules.ts';
import type { forwardBody, normalise, requiresMessageBody, wrapEnvelope } from './platform/a2a/normalise.ts';
import type { deliverToPoll, deliveryMode, pollShortCircuit } from './platform/a2a/poll.ts';
import type { probeDead, recoverDead } from './platform/a2a/probe.ts';
import type { enqueue, idempotencyKey, timeToLiveSeconds } from './platform/a2a/queue.ts';
import type { settleItem, takeItem } from './platform/a2a/queue-items.ts';
import type { maySee, queueStatus } from './platform/a2a/queue-status.ts';
import type { resolveUrl } from './platform/a2a/resolve.ts';
import type { logAnswered, logFailed } from './platform/a2a/rows.ts';
import type { isGone, lookUpTarget } from './platform/a2a/target.ts';
import type { parseIdleTimeout } from './platform/a2a/timeouts.ts';
import type { answerFailure, handlesRetryItself, isBusy } from './platform/a2a/transport-failure.ts';
import type { createActivity } from './platform/activity/create.ts';
import type { findCursor, listActivity } from './platform/activity/list.ts';
import type { notify } from './platform/activity/notify.ts';
import type { cursorQuery } from './platform/activity/query.ts';
import type { redactSecrets } from './platform/activity/redact.ts';
import type { writeActivity } from './platform/activity/write.ts';
import type { authorizeAdmin } from './platform/auth/admin-auth.ts';
import type { parseBearer } from './platform/auth/bearer.ts';
import type { sessionActor } from './platform/auth/session.ts';
import type { offersTestToken, refuseTestToken, testToken } from './platform/auth/test-token.ts';
import type { createToken, listTokens, revokeToken } from './platform/auth/token-lists.ts';
import type { authorizeWorkspace } from './platform/auth/workspace-auth.ts';
import type { chatHistory, historyRows } from './platform/chat/history.ts';
import type { agentMessage, userMessage } from './platform/chat/messages.ts';
import type { failBootstrap } from './platform/control-plane/bootstrap-failed.ts';
import type { failureOf, isProvisioned } from './platform/control-plane/client.ts';
import type { mintCredentials } from './platform/control-plane/credentials.ts';
import type { shareRestart } from './platform/control-plane/lanes.ts';
import type { keepInstance, provision, provisionFailure } from './platform/control-plane/provision.ts';
import type { instanceEnvironment } from './platform/control-plane/provision-request.ts';
import type { restartCycle, wakeWorkspace } from './platform/control-plane/restart.ts';
import type { stopInstance } from './platform/control-plane/stop.ts';
import type { delegate } from './platform/delegation/delegate.ts';
import type { judgeReply } from './platform/delegation/judge-reply.ts';
import type { listDelegations } from './platform/delegation/list.ts';
import type { previewOf } from './platform/delegation/preview.ts';
import type { recordDelegation, reportDelegation } from './platform/delegation/report.ts';
import type { findEarlier, queuedRow } from './platform/delegation/rows.ts';
import type { mayRetry, messageFor, retryDelayMs } from './platform/delegation/send.ts';
import type { stitchDelegation } from './platform/delegation/stitch.ts';
import type { acquire, readTtl } from './platform/display/acquire.ts';
import type { openAudit } from './platform/display/audit.ts';
import type { readAvailability } from './platform/display/desktop.ts';
import type { holderOf } from './platform/display/holder.ts';
import type {
  currentLease,
  dropLease,
  extendedExpiry,
  mayTake,
  newSerial,
  takeLease,
} from './platform/display/lease.ts';
import type { pageFile } from './platform/display/page-routes.ts';
import type { release } from './platform/display/release.ts';
import type { admitSession, upstreamHeaders } from './platform/display/session.ts';
import type { endOf } from './platform/display/streams.ts';
import type { checkToken, offeredToken, tokenOf } from './platform/display/token.ts';
import type { told } from './platform/events/broadcaster.ts';
import type { recordedEvents } from './platform/events/recorded.ts';
import type { checkStream } from './platform/events/sse.ts';
import type { checkSocket, hears } from './platform/events/websocket.ts';
import type { destinationOf, findHolder } from './platform/files/destination.ts';
import type { refuseUnreachable } from './platform/files/download.ts';
import type { safeFileName } from './platform/files/file-name.ts';
import type { forwardFile } from './platform/files/forward.ts';
import type { inboundSecret, secretFor } from './platform/files/inbound-secret.ts';
import type { uploadCapBytes } from './platform/files/limits.ts';
import type { checkFilePath } from './platform/files/path-rule.ts';
import type { ackPending, findPending } from './platform/files/pending-files.ts';
import type { keepUpload } from './platform/files/pending-upload.ts';
import type { passedOn } from './platform/files/reply.ts';
import type { parseBody } from './platform/http/body.ts';
import type { buildInfo } from './platform/http/build-info.ts';
import type { applyCors } from './platform/http/cors.ts';
import type { metricsText } from './platform/http/metrics.ts';
import type { securityHeaders } from './platform/http/security-headers.ts';
import type { checkTenant } from './platform/http/tenant-guard.ts';
import type { repairCard } from './platform/registry/agent-card.ts';
import type { checkCaller } from './platform/registry/caller-gate.ts';
import type { checkAccess } from './platform/registry/check-access.ts';
import type { discover, isSafe } from './platform/registry/discover.ts';
import type { evaluateStatus } from './platform/registry/evaluate.ts';
import type { heartbeat, heartbeatEvents, rememberRuntime } from './platform/registry/heartbeat.ts';
import type { matches, peers } from './platform/registry/peers.ts';
import type { register, resolveMode } from './platform/registry/register.ts';
import type { checkRegistryToken } from './platform/registry/token-gate.ts';
import type { updateCard } from './platform/registry/update-card.ts';
import type { seal } from './platform/secrets/cipher.ts';
import type { saveGlobalSecret } from './platform/secrets/global-secrets.ts';
import type { readModel, saveModel } from './platform/secrets/model.ts';
import type { secretsOf } from './platform/secrets/store.ts';
import type {
  deleteSecret,
  listSecrets,
  restartBehind,
  saveSecret,
  secretValues,
} from './platform/secrets/workspace-secrets.ts';
import type { validateDispatchUrl } from './platform/ssrf/dispatch-url.ts';
import type { validateRegisterUrl } from './platform/ssrf/register-url.ts';
import type { provisionTimeoutMs, timeoutPayload } from './platform/sweeps/provision-timeout.ts';
import type { overtake, silences } from './platform/sweeps/silence.ts';
import type { patchAbilities } from './platform/workspaces/abilities.ts';
import type { patchBudget, readBudget } from './platform/workspaces/budget.ts';
import type { refuseCompute } from './platform/workspaces/compute.ts';
import type { createWorkspace, issuesAtCreate } from './platform/workspaces/create.ts';
import type {
  confirmsName,
  deleteWorkspace,
  markRemoved,
  stopFailureText,
} from './platform/workspaces/delete.ts';
import type { isWorkspaceDirectory } from './platform/workspaces/directory.ts';
import type { familyOf, pausedAncestor } from './platform/workspaces/family.ts';
import type { plain } from './platform/workspaces/fields.ts';
import type { hibernateWorkspace } from './platform/workspaces/hibernate.ts';
import type { hasPlace, patchWorkspace } from './platform/workspaces/patch.ts';
import type { pauseWorkspace, resumeWorkspace } from './platform/workspaces/pause.ts';
import type { listWorkspaces, readWorkspace, workspaceState } from './platform/workspaces/read.ts';
import type { restartRequest } from './platform/workspaces/restart.ts';
import type { deleteOrder, mintToken } from './platform/workspaces/routes.ts';
import type { moveStatus } from './platform/workspaces/status.ts';
import type { refuseUnsupported } from './platform/workspaces/unsupported.ts';

/**
 * Every seam of every service, with the type of what stands there: what an override is given, and what it has to give
 * back. Types alone, so that whoever plants a fault may name a seam without loading a service.
 */
export interface Seams {
  // The message (A.4).
  readonly 'platform.parseBody': typeof parseBody;
  readonly 'platform.normalise': typeof normalise;
  readonly 'platform.wrapEnvelope': typeof wrapEnvelope;
  readonly 'platform.requiresMessageBody': typeof requiresMessageBody;
  readonly 'platform.contentType': typeof contentType;
  readonly 'platform.requireParts': typeof requireParts;
  readonly 'platform.fillMessageId': typeof fillMessageId;
  readonly 'platform.contentToParts': typeof contentToParts;
  readonly 'platform.listContentToParts': typeof listContentToParts;
  readonly 'platform.defaultRole': typeof defaultRole;
  readonly 'platform.typeToKind': typeof typeToKind;
  readonly 'platform.forwardBody': typeof forwardBody;

  // The caller and the money (A.1–A.3).
  readonly 'platform.identifyCaller': typeof identifyCaller;
  readonly 'platform.checkReservedCaller': typeof checkReservedCaller;
  readonly 'platform.isCanvasUser': typeof isCanvasUser;
  readonly 'platform.checkCallerToken': typeof checkCallerToken;
  readonly 'platform.checkHierarchy': typeof checkHierarchy;
  readonly 'platform.canCommunicate': typeof canCommunicate;
  readonly 'platform.checkBudget': typeof checkBudget;

  // Delivery (A.5–A.12, B).
  readonly 'platform.lookUpTarget': typeof lookUpTarget;
  readonly 'platform.isGone': typeof isGone;
  readonly 'platform.pollShortCircuit': typeof pollShortCircuit;
  readonly 'platform.deliveryMode': typeof deliveryMode;
  readonly 'platform.deliverToPoll': typeof deliverToPoll;
  readonly 'platform.resolveUrl': typeof resolveUrl;
  readonly 'platform.dispatch': typeof dispatch;
  readonly 'platform.startIdleTimer': typeof startIdleTimer;
  readonly 'platform.idleTimeoutMs': typeof idleTimeoutMs;
  readonly 'platform.parseIdleTimeout': typeof parseIdleTimeout;
  readonly 'platform.mapResult': typeof mapResult;
  readonly 'platform.mapUnreadable': typeof mapUnreadable;
  readonly 'platform.isDeadStatus': typeof isDeadStatus;
  readonly 'platform.probeDead': typeof probeDead;
  readonly 'platform.recoverDead': typeof recoverDead;
  readonly 'platform.answerFailure': typeof answerFailure;
  readonly 'platform.isBusy': typeof isBusy;
  readonly 'platform.handlesRetryItself': typeof handlesRetryItself;
  readonly 'platform.enqueue': typeof enqueue;
  readonly 'platform.idempotencyKey': typeof idempotencyKey;
  readonly 'platform.timeToLiveSeconds': typeof timeToLiveSeconds;
  readonly 'platform.takeItem': typeof takeItem;
  readonly 'platform.sendItem': typeof sendItem;
  readonly 'platform.settleItem': typeof settleItem;
  readonly 'platform.queueStatus': typeof queueStatus;
  readonly 'platform.maySeeQueueItem': typeof maySee;
  readonly 'platform.dropStale': typeof dropStale;
  readonly 'platform.logAnswered': typeof logAnswered;
  readonly 'platform.logFailed': typeof logFailed;
  readonly 'platform.writeActivity': typeof writeActivity;

  // What is remembered, read again (C, D).
  readonly 'platform.listActivity': typeof listActivity;
  readonly 'platform.cursorQuery': typeof cursorQuery;
  readonly 'platform.redactSecrets': typeof redactSecrets;
  readonly 'platform.findCursor': typeof findCursor;
  readonly 'platform.createActivity': typeof createActivity;
  readonly 'platform.notify': typeof notify;
  readonly 'platform.recordedEvents': typeof recordedEvents;
  readonly 'platform.chatHistory': typeof chatHistory;
  readonly 'platform.historyRows': typeof historyRows;
  readonly 'platform.userMessage': typeof userMessage;
  readonly 'platform.agentMessage': typeof agentMessage;

  // Delegation (C.5, B).
  readonly 'platform.delegate': typeof delegate;
  readonly 'platform.delegationPreview': typeof previewOf;
  readonly 'platform.delegationMessage': typeof messageFor;
  readonly 'platform.judgeDelegation': typeof judgeReply;
  readonly 'platform.mayRetryDelegation': typeof mayRetry;
  readonly 'platform.delegationRetryDelayMs': typeof retryDelayMs;
  readonly 'platform.listDelegations': typeof listDelegations;
  readonly 'platform.recordDelegation': typeof recordDelegation;
  readonly 'platform.reportDelegation': typeof reportDelegation;
  readonly 'platform.findEarlierDelegation': typeof findEarlier;
  readonly 'platform.queuedDelegationRow': typeof queuedRow;
  readonly 'platform.stitchDelegation': typeof stitchDelegation;

  // Secrets (F.7).
  readonly 'platform.sealSecret': typeof seal;
  readonly 'platform.secretsOf': typeof secretsOf;
  readonly 'platform.saveSecret': typeof saveSecret;
  readonly 'platform.deleteSecret': typeof deleteSecret;
  readonly 'platform.listSecrets': typeof listSecrets;
  readonly 'platform.secretValues': typeof secretValues;
  readonly 'platform.restartForSecrets': typeof restartBehind;
  readonly 'platform.saveGlobalSecret': typeof saveGlobalSecret;
  readonly 'platform.readModel': typeof readModel;
  readonly 'platform.saveModel': typeof saveModel;

  // Files (G).
  readonly 'platform.checkFilePath': typeof checkFilePath;
  readonly 'platform.inboundSecret': typeof inboundSecret;
  readonly 'platform.secretFor': typeof secretFor;
  readonly 'platform.fileHolder': typeof findHolder;
  readonly 'platform.fileDestination': typeof destinationOf;
  readonly 'platform.refuseDownload': typeof refuseUnreachable;
  readonly 'platform.forwardFile': typeof forwardFile;
  readonly 'platform.passedOnHeaders': typeof passedOn;
  readonly 'platform.uploadCapBytes': typeof uploadCapBytes;
  readonly 'platform.safeFileName': typeof safeFileName;
  readonly 'platform.keepUpload': typeof keepUpload;
  readonly 'platform.findPendingUpload': typeof findPending;
  readonly 'platform.ackPendingUpload': typeof ackPending;

  // Agents (E).
  readonly 'platform.register': typeof register;
  readonly 'platform.checkRegistryToken': typeof checkRegistryToken;
  readonly 'platform.repairCard': typeof repairCard;
  readonly 'platform.resolveMode': typeof resolveMode;
  readonly 'platform.validateRegisterUrl': typeof validateRegisterUrl;
  readonly 'platform.validateDispatchUrl': typeof validateDispatchUrl;
  readonly 'platform.heartbeat': typeof heartbeat;
  readonly 'platform.evaluateStatus': typeof evaluateStatus;
  readonly 'platform.rememberRuntime': typeof rememberRuntime;
  readonly 'platform.heartbeatEvents': typeof heartbeatEvents;
  readonly 'platform.updateCard': typeof updateCard;
  readonly 'platform.checkDiscoveryCaller': typeof checkCaller;
  readonly 'platform.discover': typeof discover;
  readonly 'platform.isSafeToDiscover': typeof isSafe;
  readonly 'platform.peers': typeof peers;
  readonly 'platform.matchesPeer': typeof matches;
  readonly 'platform.checkAccess': typeof checkAccess;

  // Workspaces, authentication and the global layers (F, 0.2, C.4).
  readonly 'platform.createWorkspace': typeof createWorkspace;
  readonly 'platform.plain': typeof plain;
  readonly 'platform.isWorkspaceDirectory': typeof isWorkspaceDirectory;
  readonly 'platform.refuseCompute': typeof refuseCompute;
  readonly 'platform.refuseUnsupported': typeof refuseUnsupported;
  readonly 'platform.hasPlace': typeof hasPlace;
  readonly 'platform.readWorkspace': typeof readWorkspace;
  readonly 'platform.listWorkspaces': typeof listWorkspaces;
  readonly 'platform.workspaceState': typeof workspaceState;
  readonly 'platform.patchWorkspace': typeof patchWorkspace;
  readonly 'platform.patchAbilities': typeof patchAbilities;
  readonly 'platform.patchBudget': typeof patchBudget;
  readonly 'platform.readBudget': typeof readBudget;
  readonly 'platform.deleteOrder': typeof deleteOrder;
  readonly 'platform.confirmsName': typeof confirmsName;
  readonly 'platform.familyOf': typeof familyOf;
  readonly 'platform.markRemoved': typeof markRemoved;
  readonly 'platform.stopInstance': typeof stopInstance;
  readonly 'platform.stopFailureText': typeof stopFailureText;
  readonly 'platform.deleteWorkspace': typeof deleteWorkspace;
  readonly 'platform.authorizeWorkspace': typeof authorizeWorkspace;
  readonly 'platform.authorizeAdmin': typeof authorizeAdmin;
  readonly 'platform.sessionActor': typeof sessionActor;
  readonly 'platform.offersTestToken': typeof offersTestToken;
  readonly 'platform.mintToken': typeof mintToken;
  readonly 'platform.testToken': typeof testToken;
  readonly 'platform.refuseTestToken': typeof refuseTestToken;
  readonly 'platform.listTokens': typeof listTokens;
  readonly 'platform.createToken': typeof createToken;
  readonly 'platform.revokeToken': typeof revokeToken;
  readonly 'platform.parseBearer': typeof parseBearer;
  readonly 'platform.checkTenant': typeof checkTenant;
  readonly 'platform.buildInfo': typeof buildInfo;
  readonly 'platform.metricsText': typeof metricsText;
  readonly 'platform.securityHeaders': typeof securityHeaders;
  readonly 'platform.applyCors': typeof applyCors;
  readonly 'platform.told': typeof told;
  readonly 'platform.checkSocket': typeof checkSocket;
  readonly 'platform.hears': typeof hears;
  readonly 'platform.checkStream': typeof checkStream;

  // Instances and what becomes of them (E.3, F.5, F.6).
  readonly 'platform.moveStatus': typeof moveStatus;
  readonly 'platform.provision': typeof provision;
  readonly 'platform.keepInstance': typeof keepInstance;
  readonly 'platform.isProvisioned': typeof isProvisioned;
  readonly 'platform.pausedAncestor': typeof pausedAncestor;
  readonly 'platform.issuesAtCreate': typeof issuesAtCreate;
  readonly 'platform.controlPlaneFailure': typeof failureOf;
  readonly 'platform.provisionFailure': typeof provisionFailure;
  readonly 'platform.mintCredentials': typeof mintCredentials;
  readonly 'platform.instanceEnvironment': typeof instanceEnvironment;
  readonly 'platform.failBootstrap': typeof failBootstrap;
  readonly 'platform.shareRestart': typeof shareRestart;
  readonly 'platform.restartCycle': typeof restartCycle;
  readonly 'platform.restartRequest': typeof restartRequest;
  readonly 'platform.wakeWorkspace': typeof wakeWorkspace;
  readonly 'platform.pauseWorkspace': typeof pauseWorkspace;
  readonly 'platform.resumeWorkspace': typeof resumeWorkspace;
  readonly 'platform.hibernateWorkspace': typeof hibernateWorkspace;
  readonly 'platform.provisionTimeoutMs': typeof provisionTimeoutMs;
  readonly 'platform.timeoutPayload': typeof timeoutPayload;
  readonly 'platform.silences': typeof silences;
  readonly 'platform.overtakeSilent': typeof overtake;
  // The desktop (I).
  readonly 'platform.displayAvailability': typeof readAvailability;
  readonly 'platform.displayAudit': typeof openAudit;
  readonly 'platform.acquireDisplay': typeof acquire;
  readonly 'platform.displayTtl': typeof readTtl;
  readonly 'platform.displayHolder': typeof holderOf;
  readonly 'platform.takeLease': typeof takeLease;
  readonly 'platform.displayMayTake': typeof mayTake;
  readonly 'platform.displayExtendedExpiry': typeof extendedExpiry;
  readonly 'platform.displaySerial': typeof newSerial;
  readonly 'platform.currentLease': typeof currentLease;
  readonly 'platform.dropLease': typeof dropLease;
  readonly 'platform.releaseDisplay': typeof release;
  readonly 'platform.displayToken': typeof tokenOf;
  readonly 'platform.checkDisplayToken': typeof checkToken;
  readonly 'platform.offeredDisplayToken': typeof offeredToken;
  readonly 'platform.admitDisplaySession': typeof admitSession;
  readonly 'platform.displayUpstreamHeaders': typeof upstreamHeaders;
  readonly 'platform.displaySessionEnd': typeof endOf;
  readonly 'platform.displayPageFile': typeof pageFile;
  readonly 'desktop.heartbeat': typeof startHeartbeat;

  // The echo runtime: what reaches an agent, and what it makes of it.
  readonly 'runtime.capture': typeof capture;
  readonly 'runtime.forward': typeof forward;
  readonly 'runtime.admit': typeof admit;
  readonly 'runtime.handOver': typeof handOver;
  readonly 'runtime.reading': typeof readWith;
  readonly 'runtime.reply': typeof reply;
  readonly 'runtime.untilGone': typeof untilGone;
  readonly 'runtime.leftOf': typeof leftOf;
  readonly 'runtime.heartbeat': typeof heartbeatBody;
  readonly 'runtime.pollPath': typeof activityPath;

  // Its strict line.
  readonly 'runtime.envelope': typeof envelopeOf;
  readonly 'runtime.echoId': typeof echoedId;
  readonly 'runtime.validate': Validate;

  // The canary runtime: what it reads, keeps and says.
  readonly 'canary.request': typeof requestOf;
  readonly 'canary.mayGoOn': typeof mayGoOn;
  readonly 'canary.textIn': typeof textIn;
  readonly 'canary.filesIn': typeof filesIn;
  readonly 'canary.sessionKey': typeof sessionKey;
  readonly 'canary.inTurn': typeof inTurn;
  readonly 'canary.kept': typeof kept;
  readonly 'canary.restored': typeof restored;
  readonly 'canary.leftOfCancelled': typeof leftOfCancelled;
  readonly 'canary.memoryKey': typeof memoryKey;
  readonly 'canary.prompt': typeof promptOf;
  readonly 'canary.think': typeof think;
  readonly 'canary.fixedLine': typeof fixedLine;
  readonly 'canary.answer': typeof answer;
  readonly 'canary.begin': typeof begin;
  readonly 'canary.publish': typeof publish;
  readonly 'canary.said': typeof saidAs;
  readonly 'canary.pump': typeof pump;
  readonly 'canary.cardPath': typeof cardPath;
}
