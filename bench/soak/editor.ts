// What does HQ do meanwhile? Now and then it publishes another post, as it would from the desk.
import type { PostId } from '../../shared/domain/ids'
import type { Random } from '../reading/random'
import { Over, type Waits } from './clock'
import type { Phone } from './phone'
import type { Town } from './town'

const SECTIONS = ['公园', '河边', '图书角', '菜市场', '科技馆', '旧书店']
const PARAGRAPH = '早上九点以前人少，孩子跑得开；带一块垫子和一壶水，走累了就坐下来看看树，中午前回家吃饭。'
const TOPICS = ['遛娃', '辅食', '绘本', '收纳', '睡眠']
const TRIES = 8

const draftOf = (n: number) => ({
  text: `周末带娃去哪儿？{公园|河边|游乐场}走一走，{拍拍照|吹吹风}。\n第 ${n + 1} 份清单，{需要的找我|想要的说一声}～`,
  ...{
    lockedWords: ['清单'],
    firstComment: '想要清单的姐妹留言',
    column: '亲子',
    imageIds: [],
    storeIds: [],
    isAd: false,
  },
  topics: [TOPICS[n % TOPICS.length] ?? '遛娃'],
  article: {
    ...{ title: `周末遛娃清单 ${n + 1}`, coverId: null },
    sections: SECTIONS.slice(0, 3 + (n % 4)).map((heading, i) => ({
      ...{ id: `s${i + 1}`, heading, imageId: null },
      paragraphs: Array.from({ length: 1 + ((n + i) % 3) }, () => PARAGRAPH),
    })),
  },
})

export class EditorLife {
  constructor(
    private readonly phone: Phone,
    private readonly random: Random,
    private readonly waits: Waits,
    private readonly town: Town,
  ) {}

  /** Throws when even patience does not help. */
  async publish(): Promise<void> {
    const postId = `soak-post-${this.town.posts.length}` as PostId
    const draft = draftOf(this.town.posts.length)
    const { parts } = this.phone
    const { version } = await this.insist(() => parts.call('hq', 'post.save', { postId, baseVersion: 0, draft }))
    await this.insist(() => parts.call('hq', 'post.publish', { postId, version, publishAt: null }))
    this.town.posts.push(postId)
  }

  async live(everyMs: number): Promise<void> {
    try {
      for (;;) {
        await this.waits.sleep(everyMs)
        await this.publish()
      }
    } catch (error) {
      if (!(error instanceof Over)) throw error
    }
  }

  private async insist<T>(act: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await act()
      } catch (error) {
        if (tries === TRIES) throw error
      }
      await this.waits.sleep(this.random.between(1_000, 3_000))
    }
  }
}
