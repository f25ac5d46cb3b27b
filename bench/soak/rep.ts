// How does a rep live? She looks at today, her feed and her contacts, saves kits, notes, says how a talk went, shares anew.
import type { PostId } from '../../shared/domain/ids'
import { TALK_ENDS } from '../../shared/domain/sheet'
import type { Random } from '../reading/random'
import { Over, type Waits } from './clock'
import type { Phone } from './phone'
import type { Town } from './town'

const GAP_MS = 20_000
const WATCH_MS = 5_000
const CONTACTS = 3
const NOTES = ['问了小号的餐椅', '下周再聊尺码', '喜欢浅色的', '等活动再来', '先寄一份清单']
const NAMES = ['姓何的', '穿绿外套的', '常买奶粉的', '住楼上的', '带双胞胎的']

type Doing = (life: RepLife) => Promise<void>
/** How often of a hundred. */
const DOINGS: readonly (readonly [number, Doing])[] = [
  [24, (life) => life.lookAtToday()],
  [28, (life) => life.lookAtFeed()],
  [18, (life) => life.lookAtContacts()],
  [10, (life) => life.saveKit()],
  [8, (life) => life.note()],
  [7, (life) => life.share()],
  [5, (life) => life.seeWhoRead()],
]

export class RepLife {
  /** Ids of notes whose arrival was answered. */
  readonly noted: string[] = []
  /** Of all that were ever written, about whom. */
  readonly written = new Map<string, { contactId: string; at: number }>()
  /** Contacts that she wrote down herself, and was told are kept. */
  readonly met: string[] = []

  constructor(
    readonly phone: Phone,
    private readonly random: Random,
    private readonly waits: Waits,
    private readonly own: { town: Town; rep: number },
  ) {}

  async live(): Promise<void> {
    try {
      await this.waits.sleep(this.random.between(0, GAP_MS))
      await this.calmly(() => this.share())
      for (let n = 0; n < CONTACTS; n++) await this.calmly(() => this.meet(n))
      for (;;) {
        await this.waits.sleep(this.random.logNormal(GAP_MS, 0.5))
        void this.phone.parts.flushOutbox()
        await this.calmly(() => this.doing()(this))
      }
    } catch (error) {
      if (!(error instanceof Over)) throw error
    }
  }

  /** A screen that did not load is opened again another time. */
  private async calmly(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof this.phone.parts.CallError)) throw error
    }
  }

  private doing(): Doing {
    let left = this.random.between(0, 100)
    for (const [share, doing] of DOINGS) {
      left -= share
      if (left < 0) return doing
    }
    return (life) => life.lookAtToday()
  }

  private of<T>(some: readonly T[]): T | undefined {
    return some[this.random.int(0, some.length - 1)]
  }

  private async meet(n: number): Promise<void> {
    const contactId = this.phone.parts.mintId() as never
    await this.phone.parts.call('rep', 'contact.create', { contactId, remark: NAMES[n] ?? '新来的' })
    this.met.push(contactId)
  }

  async lookAtToday(): Promise<void> {
    const { parts } = this.phone
    const { day, talks } = await parts.call('rep', 'talk.list', {})
    const talk = this.of(talks.filter(({ outcome }) => outcome === null))
    if (!talk || !this.random.chance(0.4)) return
    const contactId = talk.contactId as never
    const end = this.of(TALK_ENDS) ?? 'talked'
    await parts.deliver(`tell.${day}.${contactId}`, 'talk.tell', { day, contactId, end, from: null, agoMs: 0 })
  }

  async lookAtFeed(): Promise<void> {
    const { parts } = this.phone
    const { asOf } = await parts.call('rep', 'feed.list', {})
    for (let more = 0; more < 2; more++) {
      await this.waits.sleep(WATCH_MS)
      await parts.call('rep', 'feed.watch', { since: asOf })
    }
    await parts.call('rep', 'feed.see', { at: asOf })
  }

  async lookAtContacts(): Promise<void> {
    const { parts } = this.phone
    const { contacts } = await parts.call('rep', 'contact.list', { order: 'warm' })
    const contactId = this.of(contacts)?.contactId as never
    if (!contactId) return
    await Promise.all([
      parts.call('rep', 'contact.see', { contactId }),
      parts.call('rep', 'sheet.see', { contactId }),
      parts.call('rep', 'circle.of', { contactId }),
    ])
  }

  async saveKit(): Promise<void> {
    const { parts } = this.phone
    const { posts } = await parts.call('rep', 'kit.list', {})
    const post = this.of(posts)
    if (!post) return
    const postId = post.postId as PostId
    const { version, images } = await parts.call('rep', 'kit.open', { postId })
    const saved = { mark: 'saved' as const, images: images.length }
    await parts.deliver(`saved.${postId}`, 'kit.mark', { postId, version, mark: saved })
    if (this.random.chance(0.5))
      await parts.deliver(`posted.${postId}`, 'kit.mark', { postId, version, mark: { mark: 'posted' } })
  }

  async note(): Promise<void> {
    const { parts } = this.phone
    const { contacts } = await parts.call('rep', 'contact.list', {})
    const contactId = this.of(contacts)?.contactId as never
    if (!contactId) return
    const noteId = parts.mintId() as never
    const about = { noteId, contactId, groupId: null, kind: 'note' as const, photos: [], purchase: null, agoMs: 0 }
    this.written.set(noteId, { contactId, at: Date.now() })
    if (await parts.deliver(`note.${noteId}`, 'note.write', { ...about, text: this.of(NOTES) ?? '' }))
      this.noted.push(noteId)
  }

  /** Her readers may open it once she knows that it is there. */
  async share(): Promise<void> {
    const { parts } = this.phone
    const postId = this.of(this.own.town.posts.slice(-6)) as PostId | undefined
    if (!postId) return
    const token = parts.mintShareToken()
    const told = await parts.deliver(`share.${token}`, 'share.record', { token, postId, channel: 'chat-card' })
    if (told) this.own.town.put({ token, rep: this.own.rep })
  }

  async seeWhoRead(): Promise<void> {
    const postId = this.of(this.own.town.posts) as PostId | undefined
    if (postId) await this.phone.parts.call('rep', 'post.readers', { postId })
  }
}
