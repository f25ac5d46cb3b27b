// How does a reader live? She opens what she was sent, reads at her own pace, leaves, comes back, loses signal, agrees, withdraws.
import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { MemberId, SectionId } from '../../shared/domain/ids'
import type { Random } from '../reading/random'
import { Over, type Waits } from './clock'
import type { Phone } from './phone'
import type { Card, Town } from './town'

type Shown = Output<'reader', 'post.read'>
type Running = ReturnType<Phone['parts']['runReading']>

/** Median ms between two openings, in a section, between two touches; shares of openings, sections and readers. */
const GAP_MS = 150_000
const STAY_MS = 12_000
const STAY_MAX_MS = 90_000
const TOUCH_MS = 4_000
const LEAVES_EARLY = 0.15
const LOSES_SIGNAL = 0.12
const LOOKS_AWAY = 0.08
const IS_KILLED = 0.05
const PASSES_ON = 0.08
const AGREES = 0.4
const WITHDRAWS = 0.02
const TRIES = 5
const SCENE = 1007
const FRIEND = 1

/** null: an answer was lost, so she cannot know. */
type Agreed = boolean | null

export type Pace = { gapMs: number }
export const PACE: Pace = { gapMs: GAP_MS }

export class ReaderLife {
  /** By rep: has she agreed, as far as she was told? */
  readonly agreed = new Map<string, Agreed>()
  openings = 0
  /** Consents that she took back, or may have. */
  endings = 0
  private readonly mayAgree: boolean

  constructor(
    readonly phone: Phone,
    private readonly random: Random,
    private readonly waits: Waits,
    private readonly own: { town: Town; rep: number; pace?: Pace },
  ) {
    this.mayAgree = random.chance(AGREES)
  }

  /** Until the soak is over. */
  async live(): Promise<void> {
    const { gapMs } = this.own.pace ?? PACE
    try {
      await this.waits.sleep(this.random.between(0, gapMs))
      for (;;) {
        const card = this.own.town.pick(this.random, this.own.rep)
        if (card) await this.open(card)
        await this.waits.sleep(this.random.logNormal(gapMs, 0.5))
      }
    } catch (error) {
      if (!(error instanceof Over)) throw error
    }
  }

  private async open(card: Card): Promise<void> {
    const { phone, random, waits } = this
    if (random.chance(LOSES_SIGNAL)) {
      const lose = () => phone.loseSignal(random.between(60_000, 240_000))
      waits.sleep(random.between(0, 60_000)).then(lose, () => undefined) // nobody loses it once the soak is over
    }
    const shown = await this.insist<Shown>(() => phone.parts.call('reader', 'post.read', { token: card.token }))
    if (!shown) return
    this.openings += 1
    const lengths: Record<SectionId, number> = {}
    for (const { id, heading, paragraphs } of shown.article.sections)
      lengths[id as SectionId] = heading.length + paragraphs.join('').length
    const about = { token: card.token, version: shown.article.version, scene: SCENE, chatType: FRIEND, by: undefined }
    const running = phone.parts.runReading({ about, repId: shown.sender?.repId ?? null, lengths })
    this.show(running)
    let gone = false
    try {
      await this.read(running, Object.keys(lengths) as SectionId[])
      await this.decide(card, shown)
      if (random.chance(IS_KILLED)) {
        phone.kill()
        gone = true
        await waits.sleep(random.between(2_000, 20_000))
      }
    } finally {
      if (!gone) running.hide()
    }
    if (!gone && random.chance(PASSES_ON)) await this.passOn(card)
  }

  /** As the page does: what waits goes whenever she comes. */
  private show(running: Running): void {
    running.show()
    void this.phone.parts.flushOutbox()
  }

  private async read(running: Running, sections: readonly SectionId[]): Promise<void> {
    const { random, waits } = this
    for (const [n, section] of sections.entries()) {
      if (n > 0 && random.chance(LEAVES_EARLY)) return
      running.look({ section, picture: null, depth: (n + 1) / sections.length })
      let leftMs = Math.min(STAY_MAX_MS, random.logNormal(STAY_MS, 0.8))
      while (leftMs > 0) {
        const gapMs = Math.min(leftMs, random.logNormal(TOUCH_MS, 0.7))
        await waits.sleep(gapMs)
        running.touch()
        leftMs -= gapMs
      }
      if (!random.chance(LOOKS_AWAY)) continue
      running.hide()
      try {
        await waits.sleep(random.between(3_000, 60_000))
      } finally {
        this.show(running)
      }
    }
  }

  private async decide(card: Card, { sender }: Shown): Promise<void> {
    if (!sender) return
    const { random, phone } = this
    const agreed = this.agreed.get(sender.repId)
    if (this.mayAgree && agreed !== true && random.chance(0.5)) {
      const asked = {
        ...{ token: card.token, policyVersion: POLICY_VERSION, purposes: ['reading' as const, 'tags' as const] },
        ...{ scene: SCENE, readingIds: phone.parts.readingsOf(sender.repId) },
      }
      this.agreed.set(sender.repId, null)
      const given = await this.insist(() => phone.parts.call('reader', 'consent.give', asked))
      if (given) this.agreed.set(sender.repId, true)
    } else if (agreed === true && random.chance(WITHDRAWS)) {
      const before = [...this.agreed.keys()]
      for (const rep of before) {
        if (this.agreed.get(rep) !== false) this.endings += 1
        this.agreed.set(rep, null)
      }
      const withdrawn = await this.insist(() => phone.parts.call('reader', 'consent.withdraw', {}))
      if (withdrawn) for (const rep of before) this.agreed.set(rep, false)
    }
  }

  /** Under a token made on her phone; another reader may open it once it has arrived. */
  private async passOn({ token: parentToken, rep }: Card): Promise<void> {
    const { parts } = this.phone
    const token = parts.mintShareToken()
    parts.post('reader', 'share.record', { token, parentToken, channel: 'chat-card' })
    await parts.flushOutbox()
    if (parts.countWaiting() === 0) this.own.town.put({ token, rep })
  }

  /** As a person does: tries again a little later, and then lets it be. */
  private async insist<T>(act: () => Promise<T>): Promise<T | null> {
    for (let tries = 0; tries < TRIES; tries++) {
      const done = await act().catch(() => null)
      if (done) return done
      await this.waits.sleep(this.random.between(1_000, 8_000))
    }
    return null
  }
}

export const repIdOf = (n: number): MemberId => `soak-rep-${n}` as MemberId
