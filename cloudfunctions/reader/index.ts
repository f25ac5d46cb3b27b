// What can a reader do? Read, report her reading, share on, agree, and take it all back.
import { serve } from '../_kit/serve'
import { answerHandover } from './answer-handover'
import { answerPartner } from './answer-partner'
import { answerSubmission } from './answer-submission'
import { disputeAsPartner } from './dispute-partner'
import { dropTag } from './drop-tag'
import { erasePrivacy } from './erase-privacy'
import { giveConsent } from './give-consent'
import { introduce } from './introduce'
import { leavePartner } from './leave-partner'
import { listSubmissions } from './list-submissions'
import { listVoices } from './list-voices'
import { offerSubmission } from './offer-submission'
import { readPost } from './read-post'
import { recordShare } from './record-share'
import { reportReading } from './report-reading'
import { seeColumn } from './see-column'
import { seePartner } from './see-partner'
import { seePoll } from './see-poll'
import { seePrivacy } from './see-privacy'
import { switchSpread } from './switch-spread'
import { switchTags } from './switch-tags'
import { takeBackVote } from './take-back-vote'
import { vote } from './vote'
import { withdrawConsent } from './withdraw-consent'
import { withdrawSubmission } from './withdraw-submission'

export const main = serve('reader', {
  'post.read': readPost,
  'reading.report': reportReading,
  'share.record': recordShare,
  'consent.give': giveConsent,
  'consent.withdraw': withdrawConsent,
  'handover.answer': answerHandover,
  'column.see': seeColumn,
  'privacy.see': seePrivacy,
  'privacy.erase': erasePrivacy,
  'privacy.tags': switchTags,
  'privacy.spread': switchSpread,
  'privacy.drop-tag': dropTag,
  'privacy.introduce': introduce,
  'partner.see': seePartner,
  'partner.answer': answerPartner,
  'partner.leave': leavePartner,
  'partner.dispute': disputeAsPartner,
  'poll.see': seePoll,
  'poll.vote': vote,
  'poll.take-back': takeBackVote,
  'poll.voices': listVoices,
  'submission.offer': offerSubmission,
  'submission.own': listSubmissions,
  'submission.answer': answerSubmission,
  'submission.withdraw': withdrawSubmission,
})
