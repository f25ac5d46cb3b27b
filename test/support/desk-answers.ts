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
    firstComment: '先看长文。',
    column: '早八点护肤课',
    imageIds: [],
    article: {
      title: '换季用精华',
      coverId: null,
      sections: [{ id: 's1' as never, heading: '第一步', paragraphs: ['第一段。', '第二段。'], imageId: null }],
    },
    topics: ['护肤'],
    storeIds: [],
    isAd: false,
  },
  images: [],
  updatedAt: 1_795_000_000_000,
  publishAt: null,
  publishedAt: null,
  recallReason: '',
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
  ...change,
})

export const stores: Output<'hq', 'store.list'>['stores'] = [
  { storeId: 'east', name: '东街店', company: '东方母婴有限公司', reps: 2 },
  { storeId: 'west', name: '西街店', company: '西城商行', reps: 1 },
]
