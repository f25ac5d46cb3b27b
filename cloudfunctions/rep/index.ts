// What can a rep do? Take her kit, share it, mark it, and see who read what.
import { serve } from '../_kit/serve'
import { codePoster } from './code-poster'
import { listContacts } from './list-contacts'
import { listFeed } from './list-feed'
import { listKits } from './list-kits'
import { markKit } from './mark-kit'
import { nameContact } from './name-contact'
import { openKit } from './open-kit'
import { recordShare } from './record-share'
import { seeContact } from './see-contact'
import { seeMe } from './see-me'

export const main = serve('rep', {
  'me.see': seeMe,
  'kit.list': listKits,
  'kit.open': openKit,
  'kit.mark': markKit,
  'share.record': recordShare,
  'poster.code': codePoster,
  'feed.list': listFeed,
  'contact.list': listContacts,
  'contact.see': seeContact,
  'contact.name': nameContact,
})
