// A reader who agreed, as one rep knows her.
import type { ContactId, MemberId, PersonId } from './ids'

export type Contact = {
  _id: ContactId
  repId: MemberId
  personId: PersonId
  remark: string | null // the rep's own name for her; null until she names her
  createdAt: number
  namedAt: number | null
  lastReadAt: number
}
