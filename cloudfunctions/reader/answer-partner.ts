// Does she want to be a partner? Her own answer, kept with the terms she read; nobody answers for her.
import type { ContactId, PersonId } from '@shared/domain/ids'
import { mayAnswer, type Partner } from '@shared/domain/partner'
import { now } from '../_kit/clock'
import { changePartner, findPartner, listPartnersOfPerson } from '../_kit/data/partners'
import { listReadersOfContacts } from '../_kit/data/readers'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

/** Whose phones are known to be the contact's. */
const personsOf = async ({ repId }: Partner, contactId: ContactId): Promise<PersonId[]> =>
  (await listReadersOfContacts([contactId])).filter((reader) => reader.repId === repId).map(({ personId }) => personId)

/** With one rep she is a partner once. */
const ensureNotYet = async (personId: PersonId, { repId }: Partner): Promise<void> => {
  const others = await listPartnersOfPerson(personId)
  if (others.some((one) => one.repId === repId && one.state === 'active')) throw refusal('already-partner')
}

export const answerPartner: Handler<'reader', 'partner.answer'> = async (said, { caller, checkTexts }) => {
  const { personId } = caller
  const partner = found(await findPartner(said.partnerId), 'no-such-invitation', 'partnerId')
  const isAgain = said.answer === 'yes' && partner.state === 'active' && partner.personId === personId
  if (isAgain) return { state: partner.state, code: partner.code }
  const persons = await personsOf(partner, partner.contactId)
  ensure(mayAnswer(partner, caller, { persons, version: said.version }), 'partnerId')
  const answeredAt = now()
  if (said.answer === 'no') {
    if (!(await changePartner(partner, { state: 'declined', answeredAt }))) throw refusal('busy')
    return { state: 'declined', code: '' }
  }
  await ensureNotYet(personId, partner)
  if ((await checkTexts([said.payName])) === 'risky') throw refusal('unsafe-text', 'payName')
  const herself = persons.includes(personId)
  const yes = { state: 'active' as const, personId, herself, payName: said.payName, termsVersion: said.version }
  if (!(await changePartner(partner, { ...yes, answeredAt }))) throw refusal('busy')
  return { state: 'active', code: partner.code }
}
