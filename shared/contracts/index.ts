// The whole API on one screen: which function answers which action. Reply: {ok:true,data} | {ok:false,error}.
import type * as z from 'zod'
import * as audit from './audit'
import * as calendar from './calendar'
import * as check from './check'
import * as circle from './circle'
import * as contact from './contact'
import * as deal from './deal'
import * as exchange from './exchange'
import * as file from './file'
import * as group from './group'
import * as handover from './handover'
import * as hook from './hook'
import * as kit from './kit'
import * as kol from './kol'
import * as ladder from './ladder'
import * as ops from './ops'
import * as partner from './partner'
import * as people from './people'
import * as playbook from './playbook'
import * as poll from './poll'
import * as post from './post'
import * as reading from './reading'
import * as reminder from './reminder'
import * as review from './review'
import * as roster from './roster'
import * as signal from './signal'
import * as spread from './spread'
import * as submission from './submission'
import * as talk from './talk'
import * as topic from './topic'
import * as postVersion from './version'
import * as work from './work'

export const api = {
  reader: {
    'post.read': reading.readPost,
    'reading.report': reading.reportReading,
    'share.record': reading.recordReaderShare,
    'consent.give': reading.giveConsent,
    'consent.withdraw': reading.withdrawConsent,
    'handover.answer': handover.answerHandover,
    'column.see': calendar.seeColumn,
    'privacy.see': reading.seePrivacy,
    'privacy.erase': reading.erasePrivacy,
    'privacy.tags': reading.switchTags,
    'privacy.spread': reading.switchSpread,
    'privacy.drop-tag': reading.dropTag,
    'privacy.introduce': reading.introduce,
    'poll.see': poll.seePoll,
    'poll.vote': poll.vote,
    'poll.take-back': poll.takeBack,
    'poll.voices': poll.listVoices,
    'submission.offer': submission.offerAsCustomer,
    'submission.own': submission.listOwnOffers,
    'submission.answer': submission.answerAsCustomer,
    'submission.withdraw': submission.withdrawAsCustomer,
    'partner.see': partner.seePartner,
    'partner.answer': partner.answerPartner,
    'partner.leave': partner.leavePartner,
    'partner.dispute': partner.disputeAsPartner,
  },
  rep: {
    'invite.bind': people.bindInvite,
    'partner.list': partner.listPartners,
    'partner.invite': partner.invitePartner,
    'partner.uninvite': partner.uninvitePartner,
    'partner.claim': partner.claimForPartner,
    'partner.referrals': partner.listPartnerReferrals,
    'partner.dispute': partner.disputeAsRep,
    'me.see': kit.seeMe,
    'kit.list': kit.listKits,
    'kit.open': kit.openKit,
    'kit.mark': kit.markKit,
    'kit.reroll': kit.rerollKit,
    'kit.repaint': kit.repaintKit,
    'kit.edit': kit.editKit,
    'recall.know': calendar.knowRecall,
    'share.record': kit.recordShare,
    'poster.code': kit.codePoster,
    'feed.list': contact.listFeed,
    'feed.watch': contact.watchFeed,
    'feed.see': contact.seeFeed,
    'post.readers': contact.readersOfPost,
    'contact.list': contact.listContacts,
    'contact.see': contact.seeContact,
    'contact.create': contact.createContact,
    'contact.name': contact.nameContact,
    'contact.tag': contact.tagContact,
    'contact.home': contact.homeContact,
    'contact.check': exchange.checkContacts,
    'contact.import': exchange.importContacts,
    'contact.imports': exchange.listImports,
    'contact.unimport': exchange.undoImport,
    'contact.export': exchange.exportContacts,
    'reader.link': contact.linkReader,
    'link.undo': contact.undoLink,
    'notice.see': contact.seeWatch,
    'notice.set': contact.setWatch,
    'notice.grant': contact.grantNotice,
    'sheet.see': file.seeSheet,
    'sheet.save': file.saveSheet,
    'note.write': file.writeNote,
    'note.drop': file.dropNote,
    'promise.make': file.makePromise,
    'promise.keep': file.keepPromise,
    'promise.drop': file.dropPromise,
    'occasion.save': file.saveOccasion,
    'occasion.drop': file.dropOccasion,
    'reminder.list': reminder.listReminders,
    'reminder.snooze': reminder.snoozeReminder,
    'signal.rules': signal.seeSignalRules,
    'signal.save': signal.saveSignalRule,
    'signal.drop': signal.dropSignalRule,
    'signal.list': signal.listSignals,
    'circle.list': circle.listOwnCircles,
    'circle.of': circle.circlesOf,
    'circle.count': circle.countOwnCircles,
    'group.list': group.listGroups,
    'group.save': group.saveGroup,
    'group.archive': group.archiveGroup,
    'group.see': group.seeGroup,
    'group.tick': group.tickGroup,
    'talk.list': talk.listTalks,
    'talk.tell': talk.tellTalk,
    'talk.limit': talk.limitTalks,
    'playbook.list': playbook.listPlaybooks,
    'playbook.favour': playbook.favourPlaybook,
    'coach.see': playbook.seeCoach,
    'coach.tick': playbook.tickCoach,
    'ladder.see': ladder.seeLadder,
    'kol.list': kol.listKol,
    'kol.note': kol.noteKol,
    'kol.give': kol.giveKol,
    'kol.undo': kol.undoKol,
    'submission.offer': submission.offerAsRep,
    'submission.list': submission.listRepOffers,
    'submission.answer': submission.answerAsRep,
    'submission.withdraw': submission.withdrawAsRep,
    'spread.see': spread.seeSpread,
    'spread.post': spread.seePostSpread,
    'spread.paths': spread.listPaths,
    'spread.influence': spread.seeInfluence,
    'deal.prepare': deal.prepareDeal,
    'deal.record': deal.recordDeal,
    'deal.undo': deal.undoDeal,
    'deal.refund': deal.refundDeal,
    'deal.list': deal.listDeals,
    'deal.credit': deal.creditDeal,
    'poll.list': poll.listPolls,
    'poll.see': poll.seePollAsRep,
    'poll.vote': poll.voteAsRep,
    'poll.take-back': poll.takeBackAsRep,
  },
  hq: {
    'me.see': post.seeEditor,
    'store.list': post.listStores,
    'org.see': people.seeOrg,
    'region.save': people.saveRegion,
    'region.drop': people.dropRegion,
    'store.save': people.saveStore,
    'team.save': people.saveTeam,
    'team.drop': people.dropTeam,
    'member.list': people.listMembers,
    'member.see': people.seeMember,
    'member.save': people.saveMember,
    'member.end': people.endMember,
    'member.invite': people.inviteMember,
    'roster.list': roster.listRosters,
    'roster.stage': roster.stageRoster,
    'roster.check': roster.checkRoster,
    'roster.apply': roster.applyRoster,
    'roster.undo': roster.undoRoster,
    'handover.begin': handover.beginHandover,
    'handover.cancel': handover.cancelHandover,
    'post.list': post.listPosts,
    'post.see': post.seePost,
    'post.save': post.savePost,
    'post.publish': post.publishPost,
    'post.recall': post.recallPost,
    'post.submit': review.submitPost,
    'post.approve': review.approvePost,
    'post.return': review.returnPost,
    'post.withdraw': review.withdrawPost,
    'review.approvers': review.listApprovers,
    'review.list': review.listReviews,
    'audit.list': audit.listAudits,
    'audit.verify': audit.verifyAudits,
    'version.list': postVersion.listVersions,
    'version.see': postVersion.seeVersion,
    'version.restore': postVersion.restoreVersion,
    'presence.keep': postVersion.keepPresence,
    'topic.suggest': topic.suggestTopics,
    'circle.list': circle.listCircles,
    'circle.see': circle.seeCircle,
    'circle.preview': circle.previewCircle,
    'circle.save': circle.saveCircle,
    'circle.drop': circle.dropCircle,
    'check.see': check.seeChecks,
    'check.ask': check.askChecks,
    'check.decide': check.decideCheck,
    'pool.see': post.seePool,
    'pool.approve': post.approvePool,
    'recall.see': calendar.seeRecall,
    'post.place': calendar.placePost,
    'calendar.see': calendar.seeCalendar,
    'calendar.fill': calendar.fillCalendar,
    'column.list': calendar.listColumns,
    'column.save': calendar.saveColumn,
    'column.drop': calendar.dropColumn,
    'audience.count': calendar.countFor,
    'post.heat': post.seeHeat,
    'adoption.see': post.seeAdoption,
    'wording.suggest': post.suggestWordings,
    'signal.list': signal.listHqSignals,
    'signal.save': signal.saveHqSignal,
    'signal.drop': signal.dropHqSignal,
    'plan.list': group.listPlans,
    'plan.save': group.savePlan,
    'plan.drop': group.dropPlan,
    'talk.reasons': talk.seeReasons,
    'work.funnel': work.seeFunnel,
    'work.curve': work.seeCurve,
    'work.habit': work.seeHabit,
    'work.boards': work.seeBoards,
    'work.families': work.seeFamilies,
    'work.shelf': work.seeShelf,
    'work.health': work.seeHealth,
    'spread.see': spread.seeFirmSpread,
    'playbook.list': playbook.listHqPlaybooks,
    'playbook.save': playbook.savePlaybook,
    'playbook.publish': playbook.publishPlaybook,
    'playbook.retire': playbook.retirePlaybook,
    'export.begin': exchange.beginExport,
    'export.page': exchange.pageExport,
    'export.list': exchange.listExports,
    'webhook.list': hook.listWebhooks,
    'webhook.save': hook.saveWebhook,
    'webhook.drop': hook.dropWebhook,
    'delivery.list': hook.listDeliveries,
    'delivery.replay': hook.replayDelivery,
    'token.list': hook.listTokens,
    'token.make': hook.makeToken,
    'token.drop': hook.dropToken,
    'product.list': deal.listProducts,
    'product.save': deal.saveProduct,
    'deal.import': deal.importDeals,
    'deal.list': deal.listHqDeals,
    'deal.see': deal.seeDeals,
    'deal.verify': deal.verifyDeal,
    'cost.save': deal.saveCost,
    'cost.drop': deal.dropCost,
    'profit.see': deal.seeProfit,
    'partner.list': partner.listHqPartners,
    'ledger.see': partner.seeLedger,
    'ledger.verify': partner.verifyLedger,
    'dispute.list': partner.listDisputes,
    'dispute.decide': partner.decideDispute,
    'payout.list': partner.listPayouts,
    'payout.make': partner.makePayout,
    'payout.approve': partner.approvePayout,
    'payout.return': partner.returnPayout,
    'payout.pay': partner.payPayout,
    'payout.export': partner.exportPayout,
    'poll.list': poll.listHqPolls,
    'poll.see': poll.seeHqPoll,
    'poll.save': poll.savePoll,
    'poll.open': poll.openPoll,
    'poll.close': poll.closePoll,
    'poll.withdraw': poll.withdrawPoll,
    'kol.see': kol.seeKol,
    'kol.save': kol.saveKol,
    'support.see': kol.seeSupport,
    'ops.see': ops.seeOps,
    'submission.list': submission.listInboxOffers,
    'submission.see': submission.seeOffer,
    'submission.ask': submission.askOffer,
    'submission.decline': submission.declineOffer,
    'submission.accept': submission.acceptOffer,
    'submission.retract': submission.retractOffer,
  },
  render: {
    'image.prepare': post.prepareImage,
    'image.intake': post.intakeImage,
    'kit.paint': kit.paintKit,
    'poster.paint': kit.paintPoster,
    'avatar.prepare': kit.prepareAvatar,
    'avatar.take': kit.takeAvatar,
    'photo.prepare': file.preparePhoto,
    'photo.take': file.takePhoto,
    'submission.prepare': submission.prepareOffer,
    'submission.take': submission.takeOffer,
    'submission.intake': submission.intakeOffer,
  },
} as const

export type Api = typeof api
export type FunctionName = keyof Api
export type ActionName<F extends FunctionName> = keyof Api[F] & string
type Shape<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { input: z.ZodType; output: z.ZodType }
  ? Api[F][A]
  : never
/** What a caller sends. */
export type Input<F extends FunctionName, A extends ActionName<F>> = z.input<Shape<F, A>['input']>
/** What an action receives after parsing. */
export type Parsed<F extends FunctionName, A extends ActionName<F>> = z.output<Shape<F, A>['input']>
/** What an action returns. */
export type Output<F extends FunctionName, A extends ActionName<F>> = z.output<Shape<F, A>['output']>

export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'internal'
/** message is in the caller's language; reason and field are for programs; trace finds the log line. */
/** retryAfterS: whole seconds until the same call may be made again; only where it was made too often. */
export type ReplyError = {
  code: ErrorCode
  message: string
  trace: string
  reason?: string
  field?: string
  retryAfterS?: number
}
export type Reply<T> = { ok: true; data: T } | { ok: false; error: ReplyError }
