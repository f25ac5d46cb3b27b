// Whom and what does the measured cloud hold? 5,000 reps, 2,000 posts, 100,000 customers, and as many readings as asked for.
import { createHash } from 'node:crypto'
import type { Emulator } from '../../emulator'
import type { MemberId, PersonId, PostId, ReadingId, SectionId, ShareToken, StoreId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { Post } from '../../shared/domain/post'
import type { Reading, SectionMs } from '../../shared/domain/reading'
import { rootShare, type Share } from '../../shared/domain/share'
import { type Random, randomFrom } from './random'

export const REPS = 5_000
export const POSTS = 2_000
export const PEOPLE = 100_000
/** Shares per rep: what she has sent out lately. */
export const SHARES_PER_REP = 20
const STORES = 50
const SECTIONS = 6
const SPAN_MS = 30 * 86_400_000
/** Two of five readings are by customers who agreed. */
const KNOWN_OF = 5
const KNOWN = 2
const ID_LENGTH = { short: 12, reading: 20, person: 22 }
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A text like those that are minted at random, the same for the same name. */
const textOf = (name: string, length: number): string => {
  const bytes = createHash('sha256').update(name).digest()
  let text = ''
  for (let i = 0; i < length; i++) text += BASE62.charAt((bytes[i] ?? 0) % BASE62.length)
  return text
}
const many = <T extends string>(what: string, count: number, length: number): T[] =>
  Array.from({ length: count }, (_, i) => textOf(`${what} ${i}`, length) as T)
const at = <T>(list: readonly T[], i: number): T => {
  const item = list[i % list.length]
  if (item === undefined) throw new Error('an empty population')
  return item
}

export type Population = {
  readonly now: number
  readonly reps: readonly MemberId[]
  readonly posts: readonly PostId[]
  readonly persons: readonly PersonId[]
  readonly tokens: readonly ShareToken[] // SHARES_PER_REP for each rep
  readonly topics: readonly string[]
}

export const repOpenid = (rep: number): string => `o-rep-${rep}`
export const EDITOR_OPENID = 'o-editor'

export const populationAt = (now: number): Population => ({
  now,
  reps: many<MemberId>('rep', REPS, ID_LENGTH.short),
  posts: many<PostId>('post', POSTS, ID_LENGTH.short),
  persons: many<PersonId>('person', PEOPLE, ID_LENGTH.person),
  tokens: many<ShareToken>('share', REPS * SHARES_PER_REP, ID_LENGTH.short),
  topics: ['护肤', '防晒', '入冬', '亲子', '辅食', '睡眠', '运动', '送礼', '抗老', '敏感肌'],
})

/** Which post a rep's nth share is of: she shares some of all, and every post is shared by many. */
export const postOfShare = ({ posts }: Pick<Population, 'posts'>, rep: number, slot: number): PostId =>
  at(posts, rep * 7 + slot * 97)

const sectionsOf = (random: Random): SectionMs => {
  const sections: SectionMs = {}
  const read = random.int(1, SECTIONS)
  for (let s = 1; s <= read; s++) sections[`s${s}` as SectionId] = Math.round(random.logNormal(14_000, 0.8))
  return sections
}

/** The nth known reading is by reader n, then again by each; which of how many it is of all readings. */
export const knownReading = (n: number): number => Math.floor(n / KNOWN) * KNOWN_OF + (n % KNOWN)
export const countKnown = (readings: number): number =>
  Math.floor(readings / KNOWN_OF) * KNOWN + Math.min(KNOWN, readings % KNOWN_OF)

/** Readings in the order of time over thirty days; those of the last minutes are not in the sums yet. */
export const readingAt = (who: Population, i: number, count: number): Reading => {
  const random = randomFrom(i + 1)
  const known = i % KNOWN_OF < KNOWN
  const person = known ? (Math.floor(i / KNOWN_OF) * KNOWN + (i % KNOWN_OF)) % PEOPLE : random.int(0, PEOPLE - 1)
  const rep = person % REPS
  const slot = random.int(0, SHARES_PER_REP - 1)
  const sections = sectionsOf(random)
  const lastAt = who.now - Math.floor(((count - i) * SPAN_MS) / count)
  const spanMs = Object.values(sections).reduce((sum, ms) => sum + ms, 0) + random.int(0, 60_000)
  return {
    _id: textOf(`reading ${i}`, ID_LENGTH.reading) as ReadingId,
    postId: postOfShare(who, rep, slot),
    version: 1,
    token: at(who.tokens, rep * SHARES_PER_REP + slot),
    repId: at(who.reps, rep),
    scene: 1007,
    by: 'reader',
    seq: random.int(1, 6),
    openedAt: lastAt - spanMs,
    lastAt,
    sections,
    depth: Math.round(random.between(0.1, 1) * 100) / 100,
    known,
    personId: known ? at(who.persons, person) : null,
    counted: lastAt < who.now - 420_000 ? lastAt + 400_000 : null,
  }
}

const storeId = (store: number): StoreId => textOf(`store ${store}`, ID_LENGTH.short) as StoreId

const memberDocs = ({ reps }: Population): Member[] => [
  ...reps.map((_id, i) => ({
    _id,
    name: `导购 ${i}`,
    role: 'rep' as const,
    storeId: storeId(i % STORES),
    tone: 'warm' as const,
  })),
  { _id: 'editor' as MemberId, name: '编辑', role: 'editor', storeId: null, tone: 'expert' },
]

const postDoc = (who: Population, i: number): Post => ({
  _id: at(who.posts, i),
  version: 1,
  state: 'live',
  text: '秋冬护肤，先把屏障养好。',
  lockedWords: [],
  firstComment: '',
  column: '护肤',
  images: [],
  article: {
    title: `第 ${i} 篇：先把屏障养好`,
    cover: null,
    sections: Array.from({ length: SECTIONS }, (_, s) => ({
      id: `s${s + 1}` as SectionId,
      heading: `第 ${s + 1} 节`,
      paragraphs: [
        '换季的时候，皮肤最先知道。温和清洁，及时保湿，白天防晒，晚上修护，坚持两周就能看见变化。'.repeat(2),
      ],
      image: null,
      form: at(['reason', 'result', 'science', null] as const, i + s),
    })),
  },
  topics: [at(who.topics, i), at(who.topics, i + 3)],
  audience: { storeIds: [] },
  isAd: false,
  createdBy: 'editor' as MemberId,
  updatedAt: who.now - SPAN_MS - i,
  publishAt: null,
  publishedAt: who.now - SPAN_MS - i * 60_000,
  recalledAt: null,
  recallReason: '',
})

export function* postDocs(who: Population): Iterable<Post> {
  for (let i = 0; i < POSTS; i++) yield postDoc(who, i)
}

function* shareDocs(who: Population): Iterable<Share> {
  for (const [rep, repId] of who.reps.entries())
    for (let slot = 0; slot < SHARES_PER_REP; slot++)
      yield rootShare({
        token: at(who.tokens, rep * SHARES_PER_REP + slot),
        postId: postOfShare(who, rep, slot),
        repId,
        channel: 'chat-card',
        contactId: null,
        at: who.now - SPAN_MS,
      })
}

/** Stores, staff, posts and shares: what is there before anyone reads; how many documents. */
export const seedBase = (emulator: Emulator, who: Population): number => {
  const stores = Array.from({ length: STORES }, (_, i) => ({
    _id: storeId(i),
    name: `门店 ${i}`,
    company: '涟漪美妆有限公司',
    brand: '涟漪美妆有限公司',
    kind: 'own',
  }))
  const identities = [
    ...who.reps.map((memberId, i) => ({ _id: `wx:${repOpenid(i)}`, memberId })),
    { _id: `wx:${EDITOR_OPENID}`, memberId: 'editor' },
  ]
  return (
    emulator.load('stores', stores) +
    emulator.load('members', memberDocs(who)) +
    emulator.load('identities', identities) +
    emulator.load('posts', postDocs(who)) +
    emulator.load('shares', shareDocs(who))
  )
}
