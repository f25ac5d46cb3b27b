// May this be saved, and over what?
import type { Handler } from '../_kit/serve'
import { storeDraft } from './store-draft'

export const savePost: Handler<'hq', 'post.save'> = (asked, { caller: { member } }) =>
  storeDraft({ ...asked, restoredFrom: null }, member)
