import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import * as account from "./account/contract.ts";
import * as apiKeys from "./api-keys/contract.ts";
import * as appeals from "./appeals/contract.ts";
import { listArticles, listSections, updateArticle } from "./articles/contract.ts";
import * as assignments from "./assignments/contract.ts";
import * as audit from "./audit/contract.ts";
import * as backtests from "./backtests/contract.ts";
import * as batches from "./batches/contract.ts";
import { claimComment, releaseClaim } from "./claims/contract.ts";
import * as comments from "./comments/contract.ts";
import { decideComment, undoDecision } from "./decisions/contract.ts";
import type { Endpoint } from "./endpoint.ts";
import * as escalations from "./escalations/contract.ts";
import { listEvents } from "./events/contract.ts";
import * as features from "./features/contract.ts";
import { readHistory } from "./history/contract.ts";
import { exportInsights, readInsights } from "./insights/contract.ts";
import * as invitations from "./invitations/contract.ts";
import * as moderators from "./moderators/contract.ts";
import * as notes from "./notes/contract.ts";
import { operation } from "./openapi-operation.ts";
import * as passwordResets from "./password-resets/contract.ts";
import * as perspectiveApi from "./perspective-api/contract.ts";
import { readPlot } from "./plots/contract.ts";
import { attend, leave, listPresent } from "./presence/contract.ts";
import * as readers from "./readers/contract.ts";
import { listReportReasons, makeReport } from "./reports/contract.ts";
import { claimNext, readQueue, readReview } from "./reviews/contract.ts";
import { checkRule, tryRule } from "./rule-checks/contract.ts";
import * as ruleConfirmations from "./rule-confirmations/contract.ts";
import * as ruleExamples from "./rule-examples/contract.ts";
import { previewRuleUndo, undoRule } from "./rule-undos/contract.ts";
import * as rules from "./rules/contract.ts";
import { judgeSample } from "./samples/contract.ts";
import * as sanctions from "./sanctions/contract.ts";
import * as savedViews from "./saved-views/contract.ts";
import { scoreTexts } from "./scores/contract.ts";
import * as scorers from "./scoring/contract.ts";
import { exportSearch, searchComments } from "./search/contract.ts";
import { createSite, listSettingsChanges, listSites, readSite, updateSite } from "./sites/contract.ts";
import { readSurroundings } from "./surroundings/contract.ts";
import * as webhooks from "./webhooks/contract.ts";
import * as wordLists from "./word-lists/contract.ts";

/** Every endpoint there is. A test holds this list, the mounted routes and the document to each other. */
export const ENDPOINTS: Endpoint[] = [
  comments.postComment,
  comments.readThread,
  comments.readComment,
  comments.editComment,
  comments.withdrawComment,
  makeReport,
  listReportReasons,
  appeals.makeAppeal,
  readQueue,
  readPlot,
  claimNext,
  readReview,
  searchComments,
  exportSearch,
  readHistory,
  readSurroundings,
  savedViews.listSavedViews,
  savedViews.createSavedView,
  savedViews.updateSavedView,
  savedViews.deleteSavedView,
  claimComment,
  listPresent,
  attend,
  leave,
  releaseClaim,
  decideComment,
  undoDecision,
  features.featureComment,
  features.unfeatureComment,
  features.listFeatured,
  features.listWorthFeaturing,
  batches.previewBatch,
  batches.createBatch,
  batches.readBatch,
  batches.undoBatch,
  sanctions.sanctionReader,
  sanctions.liftSanction,
  sanctions.acknowledgeWarning,
  readers.listReaders,
  readers.readReader,
  readers.readTimeline,
  notes.addNote,
  notes.editNote,
  notes.deleteNote,
  appeals.judgeAppeal,
  appeals.decideAppeal,
  judgeSample,
  escalations.escalate,
  escalations.sendBack,
  escalations.undoEscalation,
  moderators.signIn,
  moderators.whoAmI,
  moderators.signOut,
  moderators.listPeople,
  moderators.updatePerson,
  moderators.resetTwoStep,
  account.listSessions,
  account.revokeSession,
  account.revokeOtherSessions,
  account.changePassword,
  account.readTwoStep,
  account.beginTwoStep,
  account.confirmTwoStep,
  account.endTwoStep,
  invitations.listInvitations,
  invitations.invite,
  invitations.revokeInvitation,
  invitations.openInvitation,
  invitations.acceptInvitation,
  passwordResets.createPasswordReset,
  passwordResets.openPasswordReset,
  passwordResets.usePasswordReset,
  listSites,
  createSite,
  readSite,
  listSettingsChanges,
  updateSite,
  listArticles,
  listSections,
  updateArticle,
  assignments.listAssignable,
  assignments.assignArticle,
  assignments.unassignArticle,
  listEvents,
  audit.readLog,
  audit.exportLog,
  audit.readLogCheck,
  rules.listRuleFacts,
  rules.listRules,
  rules.createRule,
  checkRule,
  tryRule,
  rules.readRule,
  rules.updateRule,
  rules.setRuleMode,
  rules.deleteRule,
  previewRuleUndo,
  undoRule,
  ruleConfirmations.askRuleConfirmation,
  ruleConfirmations.confirmRule,
  ruleExamples.listRuleExamples,
  ruleExamples.addRuleExample,
  ruleExamples.removeRuleExample,
  wordLists.listWordLists,
  wordLists.createWordList,
  wordLists.checkWordList,
  wordLists.tryWordList,
  wordLists.findWordVariants,
  wordLists.readWordList,
  wordLists.readWordListEntries,
  wordLists.readWordListCaught,
  wordLists.exportWordList,
  wordLists.updateWordList,
  wordLists.deleteWordList,
  backtests.startBacktest,
  backtests.listBacktests,
  backtests.readBacktest,
  backtests.cancelBacktest,
  readInsights,
  exportInsights,
  webhooks.listWebhooks,
  webhooks.createWebhook,
  webhooks.updateWebhook,
  webhooks.deleteWebhook,
  webhooks.rotateSecret,
  webhooks.listDeliveries,
  webhooks.resendDelivery,
  apiKeys.listApiKeys,
  apiKeys.createApiKey,
  apiKeys.revokeApiKey,
  perspectiveApi.analyzeComment,
  perspectiveApi.suggestCommentScore,
  perspectiveApi.listScoreSuggestions,
  scoreTexts,
  scorers.readScorers,
  scorers.updateScorers,
  scorers.testScorer,
];

/** The API as an OpenAPI 3.1 document, made from the contracts. */
export function openApiDocument(): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replace(/\/:(\w+)/g, "/{$1}");
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Replydesk",
      version: "0.1.0",
      description:
        "Comment moderation for news sites. Every list is paged by cursor: ask for `limit` items and follow `next`. Every refusal is a problem document (RFC 9457) with a stable `code`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "replydesk_session",
          description: "Set by POST /api/session. By https its name is `__Host-replydesk_session`.",
        },
        key: {
          type: "apiKey",
          in: "header",
          name: "x-goog-api-key",
          description: "A key of a site, from its settings. `?key=` does as well.",
        },
      },
    },
  });
}
