// What can HQ do? Write posts, publish them, take them back, and see how they are read.
import { serve } from '../_kit/serve'
import { acceptSubmission } from './accept-submission'
import { applyRoster } from './apply-roster'
import { approvePayout } from './approve-payout'
import { approvePool } from './approve-pool'
import { approvePost } from './approve-post'
import { askChecks } from './ask-checks'
import { askSubmission } from './ask-submission'
import { beginExport } from './begin-export'
import { beginHandover } from './begin-handover'
import { cancelHandover } from './cancel-handover'
import { checkRoster } from './check-roster'
import { closePoll } from './close-poll'
import { countFor } from './count-for'
import { decideCheck } from './decide-check'
import { decideDispute } from './decide-dispute'
import { declineSubmission } from './decline-submission'
import { dropCircle } from './drop-circle'
import { dropColumn } from './drop-column'
import { dropCost } from './drop-cost'
import { dropHqSignal } from './drop-hq-signal'
import { dropPlan } from './drop-plan'
import { dropRegion } from './drop-region'
import { dropTeam } from './drop-team'
import { dropToken } from './drop-token'
import { dropWebhook } from './drop-webhook'
import { endMember } from './end-member'
import { exportPayout } from './export-payout'
import { fillCalendar } from './fill-calendar'
import { importDeals } from './import-deals'
import { inviteMember } from './invite-member'
import { keepPresence } from './keep-presence'
import { listApprovers } from './list-approvers'
import { listAudits } from './list-audits'
import { listCircles } from './list-circles'
import { listColumns } from './list-columns'
import { listDeals } from './list-deals'
import { listDeliveries } from './list-deliveries'
import { listDisputes } from './list-disputes'
import { listExports } from './list-exports'
import { listHqSignals } from './list-hq-signals'
import { listMembers } from './list-members'
import { listPartners } from './list-partners'
import { listPayouts } from './list-payouts'
import { listPlans } from './list-plans'
import { listPlaybooks } from './list-playbooks'
import { listPolls } from './list-polls'
import { listPosts } from './list-posts'
import { listProducts } from './list-products'
import { listReviews } from './list-reviews'
import { listRosters } from './list-rosters'
import { listStores } from './list-stores'
import { listSubmissions } from './list-submissions'
import { listTokens } from './list-tokens'
import { listVersions } from './list-versions'
import { listWebhooks } from './list-webhooks'
import { makePayout } from './make-payout'
import { makeToken } from './make-token'
import { openPoll } from './open-poll'
import { pageExport } from './page-export'
import { payPayout } from './pay-payout'
import { placePost } from './place-post'
import { previewCircle } from './preview-circle'
import { publishPlaybook } from './publish-playbook'
import { publishPost } from './publish-post'
import { recallPost } from './recall-post'
import { replayDelivery } from './replay-delivery'
import { restoreVersion } from './restore-version'
import { retirePlaybook } from './retire-playbook'
import { retractSubmission } from './retract-submission'
import { returnPayout } from './return-payout'
import { returnPost } from './return-post'
import { saveCircle } from './save-circle'
import { saveColumn } from './save-column'
import { saveCost } from './save-cost'
import { saveHqSignal } from './save-hq-signal'
import { saveKol } from './save-kol'
import { saveMember } from './save-member'
import { savePlan } from './save-plan'
import { savePlaybook } from './save-playbook'
import { savePoll } from './save-poll'
import { savePost } from './save-post'
import { saveProduct } from './save-product'
import { saveRegion } from './save-region'
import { saveStore } from './save-store'
import { saveTeam } from './save-team'
import { saveWebhook } from './save-webhook'
import { seeAdoption } from './see-adoption'
import { seeBoards } from './see-boards'
import { seeCalendar } from './see-calendar'
import { seeChecks } from './see-checks'
import { seeCircle } from './see-circle'
import { seeCurve } from './see-curve'
import { seeDeals } from './see-deals'
import { seeFamilies } from './see-families'
import { seeFunnel } from './see-funnel'
import { seeHabit } from './see-habit'
import { seeHealth } from './see-health'
import { seeHeat } from './see-heat'
import { seeKol } from './see-kol'
import { seeLedger } from './see-ledger'
import { seeMe } from './see-me'
import { seeMember } from './see-member'
import { seeOps } from './see-ops'
import { seeOrg } from './see-org'
import { seePoll } from './see-poll'
import { seePool } from './see-pool'
import { seePost } from './see-post'
import { seeProfit } from './see-profit'
import { seeReasons } from './see-reasons'
import { seeRecall } from './see-recall'
import { seeShelf } from './see-shelf'
import { seeSpread } from './see-spread'
import { seeSubmission } from './see-submission'
import { seeSupport } from './see-support'
import { seeVersion } from './see-version'
import { stageRoster } from './stage-roster'
import { submitPost } from './submit-post'
import { suggestTopics } from './suggest-topics'
import { suggestWordings } from './suggest-wordings'
import { undoRoster } from './undo-roster'
import { verifyAudits } from './verify-audits'
import { verifyDeal } from './verify-deal'
import { verifyLedger } from './verify-ledger'
import { withdrawPoll } from './withdraw-poll'
import { withdrawPost } from './withdraw-post'

export const main = serve('hq', {
  'me.see': seeMe,
  'store.list': listStores,
  'org.see': seeOrg,
  'region.save': saveRegion,
  'region.drop': dropRegion,
  'store.save': saveStore,
  'team.save': saveTeam,
  'team.drop': dropTeam,
  'member.list': listMembers,
  'member.see': seeMember,
  'member.save': saveMember,
  'member.end': endMember,
  'member.invite': inviteMember,
  'roster.list': listRosters,
  'roster.stage': stageRoster,
  'roster.check': checkRoster,
  'roster.apply': applyRoster,
  'roster.undo': undoRoster,
  'handover.begin': beginHandover,
  'handover.cancel': cancelHandover,
  'post.list': listPosts,
  'post.see': seePost,
  'post.save': savePost,
  'post.publish': publishPost,
  'post.recall': recallPost,
  'post.submit': submitPost,
  'post.approve': approvePost,
  'post.return': returnPost,
  'post.withdraw': withdrawPost,
  'review.approvers': listApprovers,
  'review.list': listReviews,
  'audit.list': listAudits,
  'audit.verify': verifyAudits,
  'version.list': listVersions,
  'version.see': seeVersion,
  'version.restore': restoreVersion,
  'presence.keep': keepPresence,
  'topic.suggest': suggestTopics,
  'circle.list': listCircles,
  'circle.see': seeCircle,
  'circle.preview': previewCircle,
  'circle.save': saveCircle,
  'circle.drop': dropCircle,
  'check.see': seeChecks,
  'check.ask': askChecks,
  'check.decide': decideCheck,
  'pool.see': seePool,
  'pool.approve': approvePool,
  'recall.see': seeRecall,
  'post.place': placePost,
  'calendar.see': seeCalendar,
  'calendar.fill': fillCalendar,
  'column.list': listColumns,
  'column.save': saveColumn,
  'column.drop': dropColumn,
  'audience.count': countFor,
  'post.heat': seeHeat,
  'adoption.see': seeAdoption,
  'talk.reasons': seeReasons,
  'work.funnel': seeFunnel,
  'work.curve': seeCurve,
  'work.habit': seeHabit,
  'work.boards': seeBoards,
  'work.families': seeFamilies,
  'work.shelf': seeShelf,
  'work.health': seeHealth,
  'spread.see': seeSpread,
  'playbook.list': listPlaybooks,
  'playbook.save': savePlaybook,
  'playbook.publish': publishPlaybook,
  'playbook.retire': retirePlaybook,
  'wording.suggest': suggestWordings,
  'signal.list': listHqSignals,
  'signal.save': saveHqSignal,
  'signal.drop': dropHqSignal,
  'plan.list': listPlans,
  'plan.save': savePlan,
  'plan.drop': dropPlan,
  'export.begin': beginExport,
  'export.page': pageExport,
  'export.list': listExports,
  'webhook.list': listWebhooks,
  'webhook.save': saveWebhook,
  'webhook.drop': dropWebhook,
  'delivery.list': listDeliveries,
  'delivery.replay': replayDelivery,
  'token.list': listTokens,
  'token.make': makeToken,
  'token.drop': dropToken,
  'product.list': listProducts,
  'product.save': saveProduct,
  'deal.import': importDeals,
  'deal.list': listDeals,
  'deal.see': seeDeals,
  'deal.verify': verifyDeal,
  'cost.save': saveCost,
  'cost.drop': dropCost,
  'profit.see': seeProfit,
  'partner.list': listPartners,
  'ledger.see': seeLedger,
  'ledger.verify': verifyLedger,
  'dispute.list': listDisputes,
  'dispute.decide': decideDispute,
  'payout.list': listPayouts,
  'payout.make': makePayout,
  'payout.approve': approvePayout,
  'payout.return': returnPayout,
  'payout.pay': payPayout,
  'payout.export': exportPayout,
  'poll.list': listPolls,
  'poll.see': seePoll,
  'poll.save': savePoll,
  'poll.open': openPoll,
  'poll.close': closePoll,
  'poll.withdraw': withdrawPoll,
  'submission.list': listSubmissions,
  'submission.see': seeSubmission,
  'submission.ask': askSubmission,
  'submission.decline': declineSubmission,
  'submission.accept': acceptSubmission,
  'submission.retract': retractSubmission,
  'kol.see': seeKol,
  'kol.save': saveKol,
  'support.see': seeSupport,
  'ops.see': seeOps,
})
