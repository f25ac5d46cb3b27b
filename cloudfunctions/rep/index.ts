// What can a rep do? Take her kit, share it, mark it, and see who read what.
import { serve } from '../_kit/serve'
import { answerSubmission } from './answer-submission'
import { archiveGroup } from './archive-group'
import { bindInvite } from './bind-invite'
import { checkContacts } from './check-contacts'
import { circlesOf } from './circles-of'
import { claimForPartner } from './claim-for-partner'
import { codePoster } from './code-poster'
import { countOwnCircles } from './count-circles'
import { createContact } from './create-contact'
import { creditDeal } from './credit-deal'
import { disputeAsRep } from './dispute-partner'
import { dropNote } from './drop-note'
import { dropOccasion } from './drop-occasion'
import { dropPromise } from './drop-promise'
import { dropSignalRule } from './drop-signal-rule'
import { editKit } from './edit-kit'
import { exportContacts } from './export-contacts'
import { favourPlaybook } from './favour-playbook'
import { giveKol } from './give-kol'
import { grantNotice } from './grant-notice'
import { homeContact } from './home-contact'
import { importContacts } from './import-contacts'
import { invitePartner } from './invite-partner'
import { keepPromise } from './keep-promise'
import { knowRecall } from './know-recall'
import { limitTalks } from './limit-talks'
import { linkReader } from './link-reader'
import { listOwnCircles } from './list-circles'
import { listContacts } from './list-contacts'
import { listDeals } from './list-deals'
import { listFeed } from './list-feed'
import { listGroups } from './list-groups'
import { listImports } from './list-imports'
import { listKits } from './list-kits'
import { listKol } from './list-kol'
import { listPartnerReferrals } from './list-partner-referrals'
import { listPartners } from './list-partners'
import { listPaths } from './list-paths'
import { listPlaybooks } from './list-playbooks'
import { listPolls } from './list-polls'
import { listReminders } from './list-reminders'
import { listSignals } from './list-signals'
import { listSubmissions } from './list-submissions'
import { listTalks } from './list-talks'
import { makePromise } from './make-promise'
import { markKit } from './mark-kit'
import { nameContact } from './name-contact'
import { noteKol } from './note-kol'
import { offerSubmission } from './offer-submission'
import { openKit } from './open-kit'
import { prepareDeal } from './prepare-deal'
import { readersOfPost } from './readers-of-post'
import { recordDeal } from './record-deal'
import { recordShare } from './record-share'
import { refundDeal } from './refund-deal'
import { repaintKit } from './repaint-kit'
import { rerollKit } from './reroll-kit'
import { saveGroup } from './save-group'
import { saveOccasion } from './save-occasion'
import { saveSheet } from './save-sheet'
import { saveSignalRule } from './save-signal-rule'
import { seeCoach } from './see-coach'
import { seeContact } from './see-contact'
import { seeFeed } from './see-feed'
import { seeGroup } from './see-group'
import { seeInfluence } from './see-influence'
import { seeLadder } from './see-ladder'
import { seeMe } from './see-me'
import { seePoll } from './see-poll'
import { seePostSpread } from './see-post-spread'
import { seeSheet } from './see-sheet'
import { seeSignalRules } from './see-signal-rules'
import { seeSpread } from './see-spread'
import { seeWatch } from './see-watch'
import { setWatch } from './set-watch'
import { snoozeReminder } from './snooze-reminder'
import { tagContact } from './tag-contact'
import { takeBackVote } from './take-back-vote'
import { tellTalk } from './tell-talk'
import { tickCoach } from './tick-coach'
import { tickGroup } from './tick-group'
import { undoDeal } from './undo-deal'
import { undoImport } from './undo-import'
import { undoKol } from './undo-kol'
import { undoLink } from './undo-link'
import { uninvitePartner } from './uninvite-partner'
import { vote } from './vote'
import { watchFeed } from './watch-feed'
import { withdrawSubmission } from './withdraw-submission'
import { writeNote } from './write-note'

export const main = serve('rep', {
  'invite.bind': bindInvite,
  'partner.list': listPartners,
  'partner.invite': invitePartner,
  'partner.uninvite': uninvitePartner,
  'partner.claim': claimForPartner,
  'partner.referrals': listPartnerReferrals,
  'partner.dispute': disputeAsRep,
  'poll.list': listPolls,
  'poll.see': seePoll,
  'poll.vote': vote,
  'poll.take-back': takeBackVote,
  'submission.offer': offerSubmission,
  'submission.list': listSubmissions,
  'submission.answer': answerSubmission,
  'submission.withdraw': withdrawSubmission,
  'me.see': seeMe,
  'kit.list': listKits,
  'kit.open': openKit,
  'kit.mark': markKit,
  'kit.reroll': rerollKit,
  'kit.repaint': repaintKit,
  'kit.edit': editKit,
  'recall.know': knowRecall,
  'share.record': recordShare,
  'poster.code': codePoster,
  'feed.list': listFeed,
  'feed.watch': watchFeed,
  'feed.see': seeFeed,
  'post.readers': readersOfPost,
  'contact.list': listContacts,
  'contact.see': seeContact,
  'contact.create': createContact,
  'contact.name': nameContact,
  'contact.tag': tagContact,
  'contact.home': homeContact,
  'reader.link': linkReader,
  'link.undo': undoLink,
  'talk.list': listTalks,
  'talk.tell': tellTalk,
  'talk.limit': limitTalks,
  'playbook.list': listPlaybooks,
  'playbook.favour': favourPlaybook,
  'coach.see': seeCoach,
  'coach.tick': tickCoach,
  'ladder.see': seeLadder,
  'kol.list': listKol,
  'kol.note': noteKol,
  'kol.give': giveKol,
  'kol.undo': undoKol,
  'spread.see': seeSpread,
  'spread.post': seePostSpread,
  'spread.paths': listPaths,
  'spread.influence': seeInfluence,
  'deal.prepare': prepareDeal,
  'deal.record': recordDeal,
  'deal.undo': undoDeal,
  'deal.refund': refundDeal,
  'deal.list': listDeals,
  'deal.credit': creditDeal,
  'notice.see': seeWatch,
  'notice.set': setWatch,
  'notice.grant': grantNotice,
  'sheet.see': seeSheet,
  'sheet.save': saveSheet,
  'note.write': writeNote,
  'note.drop': dropNote,
  'promise.make': makePromise,
  'promise.keep': keepPromise,
  'promise.drop': dropPromise,
  'occasion.save': saveOccasion,
  'occasion.drop': dropOccasion,
  'reminder.list': listReminders,
  'reminder.snooze': snoozeReminder,
  'signal.rules': seeSignalRules,
  'signal.save': saveSignalRule,
  'signal.drop': dropSignalRule,
  'signal.list': listSignals,
  'circle.list': listOwnCircles,
  'circle.of': circlesOf,
  'circle.count': countOwnCircles,
  'group.list': listGroups,
  'group.save': saveGroup,
  'group.archive': archiveGroup,
  'group.see': seeGroup,
  'group.tick': tickGroup,
  'contact.check': checkContacts,
  'contact.import': importContacts,
  'contact.imports': listImports,
  'contact.unimport': undoImport,
  'contact.export': exportContacts,
})
