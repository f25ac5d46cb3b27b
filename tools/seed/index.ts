// Fills an empty local cloud with a believable chain: 3 stores, 12 reps, 60 contacts, 12 posts, two weeks of reading.
// People are written directly; everything else goes through the same actions the product's screens call.
import { type MemberId, type PersonId, readerIdOf } from '@shared/domain/ids'
import { ownContactId } from '../../cloudfunctions/_kit/alias'
import type { Emulator } from '../../emulator'
import { demoContacts, demoEditor, demoReps } from '../demo/people.data'
import { type Admin, openAdmin } from './admin'
import { chance, idFrom } from './chance'
import { type As, type Door, openDoor } from './door'
import { seedFiles } from './files'
import { seedGroups, seedPlan } from './groups'
import { DEMO_PASSWORD, seedPeople } from './people'
import { seedPlaybooks } from './playbooks'
import { type SeededPost, seedPosts } from './posts'
import { type FirstReading, type Reader, seedReader, seedShares, shareTokenOf } from './readings'
import { seedSignals } from './signals'
import { seedTalks } from './talks'

const readers: readonly Reader[] = demoContacts.map((contact, at) => ({ contact, at, openid: `demo-reader-${at}` }))

/** Her agreement and her card in the rep's list date from her first visit; then the rep gives her a name. */
const settleContact = async (door: Door, admin: Admin, rep: As, reader: Reader, first: FirstReading): Promise<void> => {
  const personId = await admin.personOf(first.readingId)
  if (personId === null) return
  const { repUsername, named, remark } = reader.contact
  const readerId = readerIdOf(repUsername as MemberId, personId as PersonId)
  const contactId = ownContactId(readerId)
  await admin.update('contacts', contactId, { createdAt: first.openedAt })
  await admin.update('consents', readerId, { givenAt: first.openedAt })
  const eventId = idFrom(20, 'name', reader.openid)
  if (named) await door.call('rep', 'contact.name', { eventId, contactId, remark }, rep)
}

/** Most reps saved most posts, and said so of many. */
const seedMarks = async (
  door: Door,
  rep: { username: string; as: As },
  posts: readonly SeededPost[],
): Promise<void> => {
  for (const { postId, version, post } of posts.slice(0, -2)) {
    if (chance('saved', rep.username, postId) > 0.7) continue
    await door.call('rep', 'kit.mark', { postId, version, mark: { mark: 'saved', images: post.images.length } }, rep.as)
    if (chance('posted', rep.username, postId) < 0.75)
      await door.call('rep', 'kit.mark', { postId, version, mark: { mark: 'posted' } }, rep.as)
  }
}

export type Seeded = { sharePath: string }

/** `now` is the last instant of the two weeks. Takes half a minute; run again after an interruption it completes what is missing. */
export const seedDemo = async (emulator: Emulator, say: (line: string) => void, now = Date.now()): Promise<Seeded> => {
  Object.assign(process.env, emulator.adminEnv)
  const admin = openAdmin(emulator.adminEnv.TCB_ENV ?? '')
  const door = openDoor(emulator.url)
  await seedPeople(emulator, admin)
  say('demo: 3 stores, 12 reps, 1 editor')
  const posts = await seedPosts(door, admin, await door.signIn(demoEditor.username, DEMO_PASSWORD), now)
  say(`demo: ${posts.length} posts with images and articles`)
  await seedPlaybooks(door, await door.signIn(demoEditor.username, DEMO_PASSWORD))
  await seedSignals(door, await door.signIn(demoEditor.username, DEMO_PASSWORD))
  for (const { username } of demoReps) {
    const as = await door.signIn(username, DEMO_PASSWORD)
    await seedShares(door, { username, as }, posts)
    await seedMarks(door, { username, as }, posts)
    for (const reader of readers.filter((one) => one.contact.repUsername === username)) {
      const first = await seedReader(door, reader, posts, now)
      if (first && reader.contact.consent === 'given') await settleContact(door, admin, as, reader, first)
    }
  }
  await seedPlan(door, await door.signIn(demoEditor.username, DEMO_PASSWORD))
  await seedGroups(door, admin, posts, now)
  await emulator.fireTimer('jobs') // sums of what was read
  say(`demo: ${readers.length} contacts, two weeks of readings`)
  say(`demo: ${await seedFiles(door, admin, now)} contacts with notes, promises and special days`)
  await seedTalks(admin, now)
  const newest = posts.at(-1)?.postId ?? ''
  const rep = demoReps[0]?.username ?? ''
  return { sharePath: `/pages/read/index?p=${newest}&t=${shareTokenOf(rep, newest)}` }
}
