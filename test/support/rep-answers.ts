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
  tone: { brightness: 1, warmth: 0 },
  frame: { style: 'line' as const, width: 14, color: 'white' as const },
  card: null,
}
export const noMarks = { savedAt: null, savedImages: 0, postedAt: null }

export const demoKit = (images = 9): Output<'rep', 'kit.open'> => ({
  postId: 'p1',
  version: 1,
  title: '换季护肤三步走',
  text: '早晚温差大，先补水。',
  firstComment: '有问题随时问我',
  images: Array.from({ length: images }, (_, n) => ({ image: image(n + 1), recipe })),
  card: { name: '许婉清', store: '静安店' },
  cover: null,
  excerpt: '先补水，再锁水。',
  marks: noMarks,
})

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
})

export const demoMe = (): Output<'rep', 'me.see'> => ({
  memberId: 'm1',
  name: '许婉清',
  tone: 'warm',
  storeName: '静安店',
  company: '涟漪护肤',
  readerUrl: 'https://read.example.com',
})

type Feed = Output<'rep', 'feed.list'>
export const demoLine = (change: Partial<Feed['lines'][number]> = {}): Feed['lines'][number] => ({
  readingId: 'r1',
  contactId: 'm1.c1',
  remark: '优优妈妈',
  ordinal: 'A7',
  postId: 'p1',
  title: '换季护肤三步走',
  totalMs: 800_000,
  longest: { heading: '第二步', ms: 360_000 },
  lastAt: Date.UTC(2026, 10, 20, 13, 4), // 21:04 the evening before
  live: false,
  ...change,
})
export const demoFeed = (lines = [demoLine()], anonymous: Feed['anonymous'] = []): Feed => ({
  asOf: T0,
  lines,
  next: null,
  anonymous,
})
