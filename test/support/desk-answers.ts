// What HQ's cloud answers in component tests.
import type { Output } from '../../shared/contracts'

type ShownPost = Output<'hq', 'post.see'>

export const shownPost = (change: Partial<ShownPost> = {}): ShownPost => ({
  postId: 'post1',
  version: 3,
  state: 'draft',
  draft: {
    text: '澜肌精华液到店啦！现在只要¥269，{一定要试试|可以来试试|到店来试试}，轻轻一抹就吸收，{私信我|来找我聊|告诉我}。',
    lockedWords: ['¥269'],
    vetoes: [],
    firstComment: '先看长文。',
    column: '早八点护肤课',
    imageIds: [],
    article: {
      title: '换季用精华',
      coverId: null,
      sections: [
        { id: 's1' as never, heading: '第一步', paragraphs: ['第一段。', '第二段。'], imageId: null, form: 'reason' },
      ],
    },
    topics: ['护肤'],
    storeIds: [],
    isAd: true,
    imageMarks: [],
    orderFree: false,
    columnId: null,
    painPoint: '',
    persona: '',
    channels: [],
    regionIds: [],
    teamIds: [],
    kinds: [],
    tones: [],
    labels: [],
    circleIds: [],
    coolDays: null,
    expiresAt: null,
    minors: [],
    pollId: null,
  },
  images: [],
  updatedAt: 1_795_000_000_000,
  publishAt: null,
  plannedAt: null,
  publishedAt: null,
  recallReason: '',
  review: null,
  counts: { dealt: 0, saved: 0, posted: 0 },
  ...change,
})

export const postRow = (
  change: Partial<Output<'hq', 'post.list'>['posts'][number]> = {},
): Output<'hq', 'post.list'>['posts'][number] => ({
  postId: 'post1',
  version: 3,
  state: 'draft',
  title: '换季用精华',
  text: '澜肌精华液到店啦',
  column: '早八点护肤课',
  thumbUrl: null,
  updatedAt: 1_795_000_000_000,
  publishAt: null,
  publishedAt: null,
  review: null,
  ...change,
})

export const stores: Output<'hq', 'store.list'>['stores'] = [
  { storeId: 'east', name: '东街店', company: '东方母婴有限公司', reps: 2 },
  { storeId: 'west', name: '西街店', company: '西城商行', reps: 1 },
]

/** 120 readings by readers: the first section read by all, the second by a third, the last by two. */
export const demoHeat = (): Output<'hq', 'post.heat'> => ({
  asOf: Date.UTC(2026, 10, 21, 2), // 10:00 in Shanghai
  title: '换季用精华',
  counted: { readings: 120, deep: 64, ms: 7_200_000, apart: { staff: 5, sharer: 2, crawler: 3 } },
  sections: [
    { sectionId: 's1', heading: '第一步', readings: 120, ms: 120 * 30_000, expectedMs: 30_000 },
    { sectionId: 's2', heading: '第二步', readings: 40, ms: 40 * 12_000, expectedMs: 40_000 },
    { sectionId: 's3', heading: '第三步', readings: 'few', ms: 0, expectedMs: 20_000 },
    { sectionId: 's4', heading: '第四步', readings: 0, ms: 0, expectedMs: 20_000 },
  ],
})

export const demoAdoption = (): Output<'hq', 'adoption.see'> => ({
  asOf: Date.UTC(2026, 10, 21, 2),
  days: ['2026-11-20', '2026-11-21'].map((day, i) => ({
    day,
    counted: { readings: 30 + i, deep: 12, ms: 1_800_000, apart: { staff: 1 - i, sharer: 0, crawler: 0 } },
  })),
  posts: [
    { postId: 'post1', title: '换季用精华', dealt: 12, saved: 9, posted: 7, counted: demoHeat().counted },
    { postId: 'post2', title: '', dealt: 3, saved: 0, posted: 0, counted: { ...demoHeat().counted, readings: 0 } },
  ],
})

const TONE_OF = ['warm', 'expert', 'lively'] as const
/** The demo post's text with every choice at its first wording. */
const SOURCE = '澜肌精华液到店啦！现在只要¥269，一定要试试，轻轻一抹就吸收，私信我。'

/** Twenty texts for 3,000 reps: enough in every voice, one pair nearly the same, the last text too long for six lines. */
export const demoPool = (change: Partial<Output<'hq', 'pool.see'>> = {}): Output<'hq', 'pool.see'> => ({
  reps: 3_000,
  needed: 3_600_000,
  spaces: TONE_OF.map((tone, n) => ({ tone, space: 12_000_000 * (n + 1) })),
  sample: Array.from({ length: 20 }, (_, n) => ({
    tone: TONE_OF[n % 3] ?? 'warm',
    text: `第 ${n + 1} 份：${SOURCE}`,
  })),
  alike: [
    {
      a: { tone: 'warm', text: '现在只要¥269，可以来试试，轻轻一抹就吸收。' },
      b: { tone: 'lively', text: '现在只要¥269，到店来试试，轻轻一抹就吸收哦。' },
      apart: 0.174,
      bits: 9,
    },
  ],
  apart: { median: 0.287, nearest: 0.162, bits: 7 },
  words: [
    { from: 0, options: ['', '姐妹们'], tones: ['lively'] },
    { from: SOURCE.indexOf('一定要'), options: ['一定要试试', '可以来试试', '到店来试试'], tones: [...TONE_OF] },
    { from: SOURCE.indexOf('轻轻'), options: ['轻轻一抹', '薄涂一层', '点涂推开'], tones: ['warm', 'expert'] },
  ],
  longest: { tone: 'expert', text: '换季护肤先补水，早晚各一次就够了。'.repeat(8) },
  findings: [],
  approved: null,
  ...change,
})
