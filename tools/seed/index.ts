// Fills an empty local cloud with a believable chain: 3 stores, 12 reps, some 75 contacts, 12 posts, two weeks of reading and passing on, deals of half a year,
// questions and what people said to them, and what they offered to be published.
// People are written directly; everything else goes through the same actions the product's screens call.
import type { Emulator } from '../../emulator'
import { demoApprover, demoContacts, demoEditor, demoReps } from '../demo/people.data'
import { type Admin, openAdmin } from './admin'
import { chance } from './chance'
import { seedCircles } from './circles'
import { seedColumns, seedDrafts } from './columns'
import { seedCosts, seedDeals, seedProducts } from './deals'
import { type As, type Door, openDoor } from './door'
import { seedFiles } from './files'
import { seedGroups, seedPlan } from './groups'
import { seedOffers } from './offers'
import { seedPartners } from './partners'
import { DEMO_PASSWORD, seedPeople } from './people'
import { seedPlaybooks } from './playbooks'
import { seedPolls } from './polls'
import { type SeededPost, seedPosts } from './posts'
import { type Reader, seedReader, seedShares, shareTokenOf } from './readings'
import { settleContact } from './settle'
import { seedSignals } from './signals'
import { seedSpread } from './spread'
import { seedTalks } from './talks'
import { seedTill } from './till'
import { seedWritten } from './written'

const readers: readonly Reader[] = demoContacts.map((contact, at) => ({ contact, at, openid: `demo-reader-${at}` }))

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

/** What it is worth: products, deals, the till's table, costs, partners; and circles, which ask for all of it. */
const seedWorth = async (door: Door, admin: Admin, hq: { editor: As; approver: As }, now: number): Promise<void> => {
  await seedProducts(door, hq.editor)
  await seedWritten(door)
  const sold = await seedDeals(door, admin)
  await seedTill({ door, admin, approver: hq.approver, now }, sold)
  await seedCosts(door, hq.approver, now)
  await seedPartners({ door, admin, hq, now })
  await seedCircles(door, admin, hq.editor)
}

/** After so many, the latest deals are put down to what came before them; the timer does the rest. */
const TICKS = 2

export type Seeded = { sharePath: string }

/** `now` is the last instant of the two weeks. Takes half a minute; run again after an interruption it completes what is missing. */
export const seedDemo = async (emulator: Emulator, say: (line: string) => void, now = Date.now()): Promise<Seeded> => {
  Object.assign(process.env, emulator.adminEnv)
  const admin = openAdmin(emulator.adminEnv.TCB_ENV ?? '')
  const door = openDoor(emulator.url)
  await seedPeople(emulator, admin)
  say('demo: 3 stores, 12 reps, an editor, an approver and a manager')
  const editor = await door.signIn(demoEditor.username, DEMO_PASSWORD)
  const approver = await door.signIn(demoApprover.username, DEMO_PASSWORD)
  await seedColumns(door, editor)
  const posts = await seedPosts(door, admin, { editor, approver }, now)
  await seedDrafts(door, editor)
  say(`demo: ${posts.length} posts with images and articles`)
  await seedPlaybooks(door, editor)
  await seedSignals(door, editor)
  for (const { username } of demoReps) {
    const as = await door.signIn(username, DEMO_PASSWORD)
    await seedShares(door, { username, as }, posts)
    await seedMarks(door, { username, as }, posts)
    for (const reader of readers.filter((one) => one.contact.repUsername === username)) {
      const first = await seedReader(door, reader, posts, now)
      const { repUsername, consent, named, remark } = reader.contact
      const settled = { repUsername, remark: named ? remark : null, openid: reader.openid }
      if (first && consent === 'given') await settleContact(door, admin, as, { reader: settled, first })
    }
  }
  await seedPlan(door, await door.signIn(demoEditor.username, DEMO_PASSWORD))
  await seedGroups(door, admin, posts, now)
  await seedSpread({ door, admin, posts, now })
  await seedPolls({ door, admin, editor, now })
  await seedOffers({ door, admin, hq: { editor, approver }, now })
  say('demo: what is asked and said, and what was offered to be published')
  await emulator.fireTimer('jobs') // sums of what was read and said
  say(`demo: ${readers.length} contacts, two weeks of readings`)
  say(`demo: ${await seedFiles(door, admin, now)} contacts with notes, promises and special days`)
  await seedWorth(door, admin, { editor, approver }, now)
  for (let ticks = 0; ticks < TICKS; ticks++) await emulator.fireTimer('jobs') // circles, and what came before each deal
  say('demo: who passes on, circles, deals and partners')
  await seedTalks(admin, now)
  const newest = posts.at(-1)?.postId ?? ''
  const rep = demoReps[0]?.username ?? ''
  return { sharePath: `/pages/read/index?p=${newest}&t=${shareTokenOf(rep, newest)}` }
}
