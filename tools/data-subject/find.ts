// Of whom is a request about personal data? By the contact a rep knows her as, by the name her reader has there, or by her openid.

import { personIdOf } from '../../cloudfunctions/_kit/caller'
import { collection } from '../../cloudfunctions/_kit/collection'
import { findContact } from '../../cloudfunctions/_kit/data/contacts'
import { findReaderByKey, listReadersOfContacts } from '../../cloudfunctions/_kit/data/readers'
import type { Contact } from '../../shared/domain/contact'
import type { ContactId, PersonId } from '../../shared/domain/ids'
import type { Reader } from '../../shared/domain/reader'

export type By = 'contact' | 'reader' | 'openid'
/** unsure: readers whom a rep takes to be this contact, without her having said so. */
export type Subject = { by: By; persons: PersonId[]; contact: Contact | null; unsure: string[] }

const isCertain = ({ link }: Pick<Reader, 'link'>, id: ContactId): boolean =>
  link.contactId === id && link.certainty === 'certain'

/** Whose phone it is is certain where she said so herself; whoever was only taken to be her is not touched. */
const byContact = async (id: string): Promise<Subject> => {
  const contact = await findContact(id as ContactId)
  if (!contact) throw new Error(`There is no contact ${id}`)
  const readers = await listReadersOfContacts([contact._id])
  const [certain, others] = [true, false].map((is) => readers.filter((one) => isCertain(one, contact._id) === is))
  const persons = [...new Set((certain ?? []).map(({ personId }) => personId))]
  return { by: 'contact', persons, contact, unsure: (others ?? []).map(({ key }) => key) }
}

const byReader = async (key: string): Promise<Subject> => {
  const reader = (await findReaderByKey(key)) ?? (await collection<Reader>('readers').get(key as Reader['_id']))
  if (!reader) throw new Error(`There is no reader ${key}`)
  return { by: 'reader', persons: [reader.personId], contact: null, unsure: [] }
}

/** Whoever agreed to nothing is found, too: what she offered or said has no other name. */
const byOpenid = (openid: string): Subject => ({
  ...{ by: 'openid', persons: [personIdOf(`wx:${openid}`)], contact: null, unsure: [] },
})

export const findSubject = async (asked: { [B in By]?: string | undefined }): Promise<Subject> => {
  const given = [asked.contact, asked.reader, asked.openid].filter((one) => one !== undefined)
  if (given.length !== 1) throw new Error('Of whom? One of --contact <id>, --reader <key>, --openid <openid>')
  if (asked.contact) return byContact(asked.contact)
  if (asked.reader) return byReader(asked.reader)
  return byOpenid(asked.openid ?? '')
}
