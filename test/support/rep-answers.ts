// What the cloud tells a guide in component tests: one kit, one list, one feed.
import type { Output } from '../../shared/contracts'

export const T0 = Date.UTC(2026, 10, 21, 2) // 10:00 in Shanghai

const image = (n: number) => ({
  imageId: `i${n}`,
  fileId: `cloud://${n}`,
  url: `https://cloud/${n}.jpg`,
  thumbUrl: `https://cloud/${n}-small.jpg`,
  width: 900,
  height: 900,
  kind: 'photo' as const,
  alt: `图 ${n}`,
})
const recipe = {
  crop: { x: 10, y: 10, w: 980, h: 980 },
  tone: { shade: 1, light: 3, x: 1, y: 3 },
  frame: { style: 'line' as const, width: 14, color: 'white' as const, accent: 'mist' as const },
  card: null,
}
export const noMarks = { savedAt: null, savedImages: 0, postedAt: null }

export const demoKit = (images = 9): Output<'rep', 'kit.open'> => ({
  postId: 'p1',
  version: 1,
  title: '换季护肤三步走',
  text: '早晚温差大，先补水。',
  dealt: '早晚温差大，先补水。',
  tone: 'warm',
  lockedWords: [],
  rolls: 0,
  rollsLeft: 5,
  changes: { opener: '', asides: [], closer: '', words: [], layout: false },
  firstComment: '有问题随时问我',
  images: Array.from({ length: images }, (_, n) => ({ image: image(n + 1), recipe })),
  pictureRolls: 0,
  pictureRollsLeft: 3,
  card: { name: '许婉清', store: '静安店', avatar: null },
  cover: null,
  excerpt: '先补水，再锁水。',
  marks: noMarks,
})

/** A text with facts, longer than six lines, as it was dealt. */
export const LONG_TEXT =
  '早上好呀！澜肌水光精华液到店啦，原价399元，3月8日到店只要¥269，还送面膜一盒。熬夜党、换季敏感的姐妹可以来试试，轻轻一抹就吸收，皮肤摸起来嫩嫩的～想了解的姐妹私信我，我帮你留货。周末人多，先跟我说一声，我给你留位置，坐下来慢慢试，不急。'
export const longKit = (change: Partial<Output<'rep', 'kit.open'>> = {}): Output<'rep', 'kit.open'> => ({
  ...demoKit(0),
  text: LONG_TEXT,
  dealt: LONG_TEXT,
  lockedWords: ['澜肌', '水光精华液'],
  ...change,
})
/** What is hers of a kit: the answer to another text and to an edit. */
export const wordsOf = (kit: Output<'rep', 'kit.open'>): Output<'rep', 'kit.edit'> => {
  const { text, dealt, tone, lockedWords, rolls, rollsLeft, changes } = kit
  return { text, dealt, tone, lockedWords, rolls, rollsLeft, changes }
}

export const demoList = (): Output<'rep', 'kit.list'> => ({
  posts: [
    {
      postId: 'p1',
      version: 1,
      title: '换季护肤三步走',
      column: '护肤课',
      publishedAt: T0 - 3_600_000,
      imageCount: 9,
      thumbUrls: ['https://cloud/1.jpg', 'https://cloud/2.jpg', 'https://cloud/3.jpg'],
      marks: noMarks,
    },
  ],
  recalled: [],
})

export const demoMe = (): Output<'rep', 'me.see'> => ({
  memberId: 'm1',
  name: '许婉清',
  tone: 'warm',
  avatar: null,
  storeName: '静安店',
  company: '涟漪护肤',
  readerUrl: 'https://read.example.com',
})

type Feed = Output<'rep', 'feed.list'>
type ContactFile = Output<'rep', 'contact.see'>
type ShownContact = ContactFile['contact']
type ShownReader = ContactFile['readers'][number]

export const KEY = 'ReaderKey0123456789a'
const LAST_NIGHT = Date.UTC(2026, 10, 20, 13, 4) // 21:04 the evening before

const who = { contactId: 'c1', remark: '优优妈妈', ordinal: 'A7', certainty: 'named' as const }

export const demoLine = (change: Partial<Feed['lines'][number]> = {}): Feed['lines'][number] => ({
  ...who,
  readingId: 'r1',
  readerKey: KEY,
  postId: 'p1',
  title: '换季护肤三步走',
  totalMs: 800_000,
  longest: { heading: '第二步', ms: 360_000 },
  depth: 1,
  again: 0,
  nth: 1,
  lastAt: LAST_NIGHT,
  live: false,
  unread: false,
  ...change,
})
export const demoFeed = (lines = [demoLine()], anonymous: Feed['anonymous'] = []): Feed => ({
  asOf: T0,
  seenAt: T0 - 3_600_000,
  lines,
  next: null,
  anonymous,
})

export const demoTag = (change: Partial<ContactFile['tags'][number]> = {}): ContactFile['tags'][number] => ({
  tag: '护肤',
  kind: 'topic',
  strength: 0.8,
  rising: false,
  posts: 3,
  readings: 4,
  ms: 1_860_000,
  lastAt: LAST_NIGHT,
  fadesMs: 14 * 86_400_000,
  ...change,
})

export const demoContact = (change: Partial<ShownContact> = {}): ShownContact => ({
  ...who,
  createdAt: T0 - 10 * 86_400_000,
  lastReadAt: LAST_NIGHT,
  origin: 'reader',
  given: [],
  homeId: null,
  warmth: 0.6,
  top: null,
  ...change,
})

export const demoReader = (change: Partial<ShownReader> = {}): ShownReader => ({
  readerKey: KEY,
  certainty: 'named',
  selfName: null,
  lastReadAt: LAST_NIGHT,
  readings: 4,
  consentGivenAt: T0 - 10 * 86_400_000,
  tagsOn: true,
  shared: false,
  likely: [],
  ...change,
})

export const demoFile = (change: Partial<ContactFile> = {}): ContactFile => ({
  asOf: T0,
  contact: demoContact(),
  readers: [demoReader()],
  mayBe: [],
  timeline: [
    {
      readingId: 'r1',
      readerKey: KEY,
      certainty: 'named',
      postId: 'p1',
      title: '换季护肤三步走',
      lastAt: LAST_NIGHT,
      totalMs: 800_000,
      depth: 0.9,
      live: false,
      sections: [
        { heading: '第一步', ms: 200_000 },
        { heading: '第二步', ms: 600_000 },
      ],
    },
  ],
  tags: [],
  tagsOff: false,
  freeTime: null,
  home: [],
  history: [],
  ...change,
})

export const demoPostReaders = (
  change: Partial<Output<'rep', 'post.readers'>> = {},
): Output<'rep', 'post.readers'> => ({
  asOf: T0,
  title: '换季护肤三步走',
  readers: [
    {
      ...who,
      readings: 2,
      totalMs: 800_000,
      longest: { heading: '第二步', ms: 360_000 },
      lastAt: LAST_NIGHT,
      live: false,
    },
  ],
  more: false,
  anonymous: 0,
  apart: { staff: 0, sharer: 0, crawler: 0 },
  ...change,
})

export const demoNotices = (change: Partial<Output<'rep', 'notice.see'>> = {}): Output<'rep', 'notice.see'> => ({
  on: true,
  quietFrom: 21,
  quietTo: 9,
  morning: false,
  quota: 2,
  employee: false,
  templates: { subscribe: 'template-1', employee: '' },
  sent: [],
  ...change,
})

type Sheet = Output<'rep', 'sheet.see'>

export const demoSheet = (change: Partial<Sheet> = {}, fields: Partial<Sheet['sheet']> = {}): Sheet => ({
  asOf: T0,
  sheet: {
    source: null,
    relation: null,
    value: null,
    taste: null,
    cadenceDays: null,
    quiet: null,
    answers: {},
    groupIds: [],
    lastContactAt: null,
    unanswered: 0,
    cadence: 40,
    rev: 1,
    ...fields,
  },
  consent: 'tags',
  keepsWords: true,
  notes: [],
  promises: [],
  occasions: [],
  told: [],
  groups: [],
  next: null,
  ...change,
})

export const demoNote = (change: Partial<Sheet['notes'][number]> = {}): Sheet['notes'][number] => ({
  noteId: 'n1',
  contactId: 'c1',
  groupId: null,
  kind: 'note',
  text: '喜欢淡一点的香味',
  at: T0 - 3_600_000,
  photos: [],
  purchase: null,
  hits: [],
  ...change,
})

export const demoPromise = (change: Partial<Sheet['promises'][number]> = {}): Sheet['promises'][number] => ({
  promiseId: 'm1',
  contactId: 'c1',
  text: '到货了给她留一瓶',
  dueDay: '2026-11-23',
  madeAt: T0 - 86_400_000,
  keptAt: null,
  ...change,
})
