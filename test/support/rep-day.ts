// What a rep's day begins with, in tests: readers who agreed, people not talked to for long; no list made beforehand.
import { POLICY_VERSION } from '../../shared/domain/consent'
import { countReadings, draftOf, newId, report, reportOf, share } from './scenes'
import { type As, lin, READER_URL, startWorld, type World } from './world'

const DAY_MS = 86_400_000
const { article } = draftOf()
/** A post that takes a minute: one too short says little of who reads it. */
export const LONG_POST = {
  article: {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      paragraphs: ['带一块野餐垫，早点去人少，午饭前回来，孩子不累大人也不累。'.repeat(6)],
    })),
  },
}

/** A world whose job makes no lists: whoever asks first makes hers. */
export const startDay = (): Promise<World> =>
  startWorld({}, { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_LIST_HOURS: '0-0' })

/** She has read it deeply, has agreed to being told and to interests, and has been given a name. */
export const agreedReader = async (world: World, as: As, postId: string, remark: string): Promise<string> => {
  const token = await share(world, postId)
  const reading = reportOf({ postId, token }, { sections: { s1: 60_000, s2: 60_000 }, depth: 1 })
  await report(world, [reading], as)
  await world.ask(
    'reader',
    'consent.give',
    {
      ...{ token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007 },
      readingIds: [reading.readingId],
    },
    as,
  )
  await countReadings(world)
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts.find((one) => one.remark === null)?.contactId ?? ''
  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark }, lin)
  return contactId
}

/** Written down three months ago, never in touch since. */
export const oldContact = async (world: World, remark: string, as: As = lin): Promise<string> => {
  const contactId = newId(20)
  await world.ask('rep', 'contact.create', { contactId, remark }, as)
  await world.database
    .collection('contacts')
    .doc(contactId)
    .update({ createdAt: Date.now() - 90 * DAY_MS })
  return contactId
}
