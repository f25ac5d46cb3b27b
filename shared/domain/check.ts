// What is WeChat asked about a post, a playbook or a rep's words; what does an answer, a failure or silence mean?

import type { Playbook } from './playbook'
import { type Article, imagesOf, type Post } from './post'
import { eachBranchTaken } from './variant/pieces'
import { parseSpintax, speakAs } from './variant/spintax'
import { TONES } from './variant/tone'

/** 'post.<id>.<version>' · 'playbook.<id>.<version>' · 'submission.<id>.<round>' · 'kit.<id>': ids have no dots, a kit's has two. */
export type Subject = `${'post' | 'playbook' | 'submission'}.${string}.${number}` | `kit.${string}`
/** `place` says where it stands: text, firstComment, title, section.<id>, alt.<imageId>, image.<imageId>, step.<n>, edit. */
export type CheckItem = { place: string } & ({ kind: 'text'; content: string } | { kind: 'image'; content: string })

export type Verdict = 'pass' | 'review' | 'risky'
/**
 * due: to be asked at nextAt · asked: the answer comes later, until nextAt · judged: what follows is still to be done ·
 * done · stray: an answer that came before we knew what it was about.
 */
export type CheckState = 'due' | 'asked' | 'judged' | 'done' | 'stray'
export type Check = {
  _id: string // `${subject}.${n}`; of a stray `event.${traceId}`
  subject: Subject | ''
  kind: 'text' | 'image'
  place: string
  content: string // a slice of the text, or the image's file id
  state: CheckState
  verdict: Verdict | null
  label: number | null // WeChat's: 100 fine, 10001 advert, 20001 … 21000
  word: string // the word that WeChat names, '' where it names none
  traceId: string | null
  tries: number
  nextAt: number | null
  queuedAt: number
  askedAt: number | null
  doneAt: number | null
  /** Nobody answered in time, or could: a person decides instead. 0: it is not that. Else WeChat's errcode, -1 for silence. */
  gaveUp: number
  decided: { by: string; byName: string; at: number; ok: boolean } | null
}

/** developers.weixin.qq.com … 内容安全/文本内容安全识别: at most 2,500 characters a call. */
export const SLICE_MAX = 2_500
/** Slices share so much that no word is cut in two. */
const SLICE_OVERLAP = 40
/** More wordings of one text are not sent. */
const SAYINGS_MAX = 40

const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Every stretch of up to 40 characters stands whole in one of the slices. */
export const sliceText = (text: string): string[] => {
  const slices: string[] = []
  for (let at = 0; ; ) {
    let end = Math.min(text.length, at + SLICE_MAX)
    if (end < text.length && isLowHalf(text.charCodeAt(end))) end -= 1
    slices.push(text.slice(at, end))
    if (end === text.length) return slices
    at = end - SLICE_OVERLAP
    if (isLowHalf(text.charCodeAt(at))) at -= 1
  }
}

/** As written, then what its choices make of it: a word that {…|…} cuts in two is whole there. */
const sayingsOf = (written: string): string => {
  const parsed = parseSpintax(written)
  if (!parsed.ok) return written
  const said = TONES.flatMap((tone) => {
    const spoken = speakAs(parsed.pieces, tone)
    return spoken.ok ? eachBranchTaken(spoken.pieces) : []
  })
  return Array.from(new Set([written, ...said]))
    .slice(0, SAYINGS_MAX)
    .join('\n')
}

const text = (place: string, content: string): CheckItem => ({ place, kind: 'text', content })

const articleItems = ({ title, sections }: Pick<Article, 'title' | 'sections'>): CheckItem[] => [
  text('title', title),
  ...sections.map(({ id, heading, paragraphs }) => text(`section.${id}`, [heading, ...paragraphs].join('\n'))),
]

export const postItems = (post: Pick<Post, 'text' | 'firstComment' | 'article' | 'images'>): CheckItem[] => {
  const images = imagesOf(post)
  return [
    text('text', sayingsOf(post.text)),
    text('firstComment', post.firstComment),
    ...articleItems(post.article),
    ...images.map(({ imageId, alt }) => text(`alt.${imageId}`, alt)),
    ...images.map(({ imageId, fileId }): CheckItem => ({ place: `image.${imageId}`, kind: 'image', content: fileId })),
  ]
}

export const playbookItems = ({ steps }: Pick<Playbook, 'steps'>): CheckItem[] =>
  steps.map(({ say }, n) => text(`step.${n}`, say.map(sayingsOf).join('\n')))

/** One check for each slice and image; what says nothing is not asked about. The same items give the same ids. */
export const checksOf = (subject: Subject, items: readonly CheckItem[], at: number): Check[] =>
  items
    .flatMap(({ place, kind, content }) =>
      (kind === 'text' ? sliceText(content) : [content])
        .filter((part) => part.trim() !== '')
        .map((part) => ({ place, kind, content: part })),
    )
    .map((item, n) => ({
      ...{
        _id: `${subject}.${n}`,
        subject,
        ...item,
        state: 'due',
        verdict: null,
        label: null,
        word: '',
        traceId: null,
      },
      ...{ tries: 0, nextAt: at, queuedAt: at, askedAt: null, doneAt: null, gaveUp: 0, decided: null },
    }))

const MINUTE_MS = 60_000
/** WeChat says that results of images come within 30 minutes; after this a person decides. */
export const MEDIA_WAIT_MS = 45 * MINUTE_MS
/** 1, 2, 4 … 60 minutes between tries: given up after about three hours. */
export const TRIES_MAX = 8
const REST_MAX_MS = 60 * MINUTE_MS
/** Too many calls a minute or a day: nothing is asked for so long. */
export const LIMIT_REST_MS = 10 * MINUTE_MS

export const restMs = (tries: number): number => Math.min(REST_MAX_MS, 2 ** Math.max(0, tries - 1) * MINUTE_MS)

/** 61010: the person in whose name we ask has not used the mini program for two hours. */
const NOT_HERE = 61010
const LIMITED: readonly number[] = [45009, 45011, 44991]
/** Asking again would say the same: too long, empty, malformed, no such file. */
const HOPELESS: readonly number[] = [40097, 44002, 44003, 44004, 45001, 45002, 47001]
const SILENCE = -1

/** What a call to WeChat came to; lost: nobody knows. */
export type Answer =
  | { kind: 'verdict'; verdict: Verdict; label: number | null; word: string }
  | { kind: 'asked'; traceId: string }
  | { kind: 'errcode'; errcode: number }
  | { kind: 'lost' }

/** Whether further calls make sense now, in whose name. */
export type Onward = 'go-on' | 'somebody-else' | 'rest'
type Change = Partial<
  Pick<Check, 'state' | 'verdict' | 'label' | 'word' | 'traceId' | 'tries' | 'nextAt' | 'askedAt' | 'doneAt' | 'gaveUp'>
>

const judged = (verdict: Verdict, now: number, more: Change = {}): Change => ({
  ...{ state: 'judged', verdict, nextAt: now, doneAt: now },
  ...more,
})

const giveUp = (errcode: number, now: number): Change => judged('review', now, { gaveUp: errcode })

/** `check.tries` as it was before this call. */
export const afterAnswer = (
  check: Pick<Check, 'tries'>,
  answer: Answer,
  now: number,
): { change: Change; onward: Onward } => {
  if (answer.kind === 'verdict') {
    const { verdict, label, word } = answer
    return { change: judged(verdict, now, { label, word, askedAt: now }), onward: 'go-on' }
  }
  if (answer.kind === 'asked') {
    const { traceId } = answer
    return { change: { state: 'asked', traceId, askedAt: now, nextAt: now + MEDIA_WAIT_MS }, onward: 'go-on' }
  }
  const errcode = answer.kind === 'errcode' ? answer.errcode : SILENCE
  if (errcode === NOT_HERE) return { change: { nextAt: now }, onward: 'somebody-else' }
  if (LIMITED.indexOf(errcode) >= 0) return { change: { nextAt: now + LIMIT_REST_MS }, onward: 'rest' }
  if (HOPELESS.indexOf(errcode) >= 0) return { change: giveUp(errcode, now), onward: 'go-on' }
  const tries = check.tries + 1
  if (tries >= TRIES_MAX) return { change: { ...giveUp(errcode, now), tries }, onward: 'go-on' }
  return { change: { tries, nextAt: now + restMs(tries) }, onward: 'go-on' }
}

/** No result came in time. */
export const afterSilence = (now: number): Change => giveUp(SILENCE, now)

export type Event = { traceId: string; verdict: Verdict; label: number | null }

/**
 * What a result that was pushed changes; null: nothing. It may come twice, late, or contradict itself: the worst counts,
 * and one that took too long still replaces our giving up, unless a person has decided since.
 */
export const afterEvent = (check: Check, event: Event, now: number): Change | null => {
  const { verdict, label } = event
  const isOpen = check.state === 'asked' || (check.gaveUp !== 0 && check.decided === null)
  const isWorse = verdict === 'risky' && check.verdict !== 'risky'
  if (!isOpen && !isWorse) return null
  return judged(verdict, now, { label, gaveUp: 0 })
}

/** A person's word counts where WeChat asked for one; what WeChat calls risky stays so. */
export const verdictOf = ({ verdict, decided }: Pick<Check, 'verdict' | 'decided'>): Verdict | null => {
  if (verdict !== 'review' || decided === null) return verdict
  return decided.ok ? 'pass' : 'risky'
}

export type Standing = { standing: 'unasked' | 'waiting' | 'pass' | 'review' | 'risky'; checks: readonly Check[] }

/** The worst of all; `checks` are those that make it so. */
export const standingOf = (checks: readonly Check[]): Standing => {
  for (const verdict of ['risky', 'review'] as const) {
    const such = checks.filter((check) => verdictOf(check) === verdict)
    if (such.length > 0) return { standing: verdict, checks: such }
  }
  const waiting = checks.filter(({ verdict }) => verdict === null)
  if (waiting.length > 0) return { standing: 'waiting', checks: waiting }
  return { standing: checks.length === 0 ? 'unasked' : 'pass', checks: [] }
}

/** In whose name may WeChat be asked? Of those who used the mini program within two hours; a little less, for the way. */
export const HERE_FOR_MS = 110 * MINUTE_MS
/** So often is it written down that somebody is there. */
export const SEEN_EVERY_MS = 10 * MINUTE_MS
/** In one minute: even if two timers ran at once all day, WeChat's limits would hold (see the test). */
export const TEXTS_A_TICK = 200
export const IMAGES_A_TICK = 60
export const LIMITS = { textsAMinute: 4_000, textsADay: 2_000_000, imagesAMinute: 2_000, imagesADay: 200_000 } as const

/** An answer that fits nothing is kept for a day: the question may be on its way into the database. */
export const STRAY_KEPT_MS = 24 * 60 * MINUTE_MS

/** WeChat's labels, as the desk names them. */
export const LABELS: Readonly<Record<number, string>> = {
  100: '正常',
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
}
