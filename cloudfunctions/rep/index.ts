// What can a rep do? Take her kit, share it, mark it, and see who read what.
import { serve } from '../_kit/serve'
import { archiveGroup } from './archive-group'
import { codePoster } from './code-poster'
import { createContact } from './create-contact'
import { dropNote } from './drop-note'
import { dropOccasion } from './drop-occasion'
import { dropPromise } from './drop-promise'
import { dropSignalRule } from './drop-signal-rule'
import { editKit } from './edit-kit'
import { favourPlaybook } from './favour-playbook'
import { grantNotice } from './grant-notice'
import { homeContact } from './home-contact'
import { keepPromise } from './keep-promise'
import { limitTalks } from './limit-talks'
import { linkReader } from './link-reader'
import { listContacts } from './list-contacts'
import { listFeed } from './list-feed'
import { listGroups } from './list-groups'
import { listKits } from './list-kits'
import { listPlaybooks } from './list-playbooks'
import { listReminders } from './list-reminders'
import { listSignals } from './list-signals'
import { listTalks } from './list-talks'
import { makePromise } from './make-promise'
import { markKit } from './mark-kit'
import { nameContact } from './name-contact'
import { openKit } from './open-kit'
import { readersOfPost } from './readers-of-post'
import { recordShare } from './record-share'
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
import { seeMe } from './see-me'
import { seeSheet } from './see-sheet'
import { seeSignalRules } from './see-signal-rules'
import { seeWatch } from './see-watch'
import { setWatch } from './set-watch'
import { snoozeReminder } from './snooze-reminder'
import { tagContact } from './tag-contact'
import { tellTalk } from './tell-talk'
import { tickCoach } from './tick-coach'
import { tickGroup } from './tick-group'
import { undoLink } from './undo-link'
import { watchFeed } from './watch-feed'
import { writeNote } from './write-note'

export const main = serve('rep', {
  'me.see': seeMe,
  'kit.list': listKits,
  'kit.open': openKit,
  'kit.mark': markKit,
  'kit.reroll': rerollKit,
  'kit.repaint': repaintKit,
  'kit.edit': editKit,
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
  'group.list': listGroups,
  'group.save': saveGroup,
  'group.archive': archiveGroup,
  'group.see': seeGroup,
  'group.tick': tickGroup,
})
