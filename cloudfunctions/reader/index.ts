// What can a reader do? Read, report her reading, share on, agree, and take it all back.
import { serve } from '../_kit/serve'
import { answerHandover } from './answer-handover'
import { dropTag } from './drop-tag'
import { erasePrivacy } from './erase-privacy'
import { giveConsent } from './give-consent'
import { introduce } from './introduce'
import { readPost } from './read-post'
import { recordShare } from './record-share'
import { reportReading } from './report-reading'
import { seePrivacy } from './see-privacy'
import { switchTags } from './switch-tags'
import { withdrawConsent } from './withdraw-consent'

export const main = serve('reader', {
  'post.read': readPost,
  'reading.report': reportReading,
  'share.record': recordShare,
  'consent.give': giveConsent,
  'consent.withdraw': withdrawConsent,
  'handover.answer': answerHandover,
  'privacy.see': seePrivacy,
  'privacy.erase': erasePrivacy,
  'privacy.tags': switchTags,
  'privacy.drop-tag': dropTag,
  'privacy.introduce': introduce,
})
