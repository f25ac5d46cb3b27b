// May these lines be said? Well written in every voice, facts of the list only, nothing the Advertising Law or tact forbids.
import { type AdFinding, checkAdvert } from './advert/check'
import { checkChoices } from './advert/choices'
import { holdFacts, PLAY_FACTS } from './play'
import type { Playbook } from './playbook'
import { eachBranchTaken, sourceOf } from './variant/pieces'
import { parseSpintax, speakAs } from './variant/spintax'
import { TONES } from './variant/tone'
import { checkWriting, type PlanFault } from './variant/writing'

/** Words that no line says: talk of sellers among themselves, and anything that tells her we saw what she read. */
export type TactRule = { id: string; find: RegExp; instead: readonly string[]; because: 'sellers-talk' | 'watched' }

const WATCHED_INSTEAD = ['我整理了几条要点，要不要发您', '我最近在看这方面的内容']
export const TACT: readonly TactRule[] = [
  { id: 'tact-post', find: /一键发(?:布|送)?朋友圈|一键转发/g, instead: ['发朋友圈'], because: 'sellers-talk' },
  { id: 'tact-herd', find: /裂变|收割|流量池|私域|韭菜|引流|转化率/g, instead: [], because: 'sellers-talk' },
  {
    id: 'tact-seen',
    find: /(?:看到|看见|发现|注意到|知道|见)[您你][^。？！，]{0,10}(?:读|看|点开|打开|浏览|停留|转发)/g,
    instead: WATCHED_INSTEAD,
    because: 'watched',
  },
  {
    id: 'tact-when',
    find: /[您你][^。？！，]{0,3}(?:昨晚|昨天|刚才|刚刚|今早|上午|下午|晚上|前天)[^。？！，]{0,6}(?:读|看|点开|打开|浏览)/g,
    instead: WATCHED_INSTEAD,
    because: 'watched',
  },
  {
    id: 'tact-long',
    find: /阅读记录|浏览记录|后台(?:显示|看)|系统(?:显示|提示)|(?:读|看|停留)了?[^。？！，]{0,3}\d+\s?(?:分钟|遍|次|秒)/g,
    instead: WATCHED_INSTEAD,
    because: 'watched',
  },
]

/** The nth line of the nth step; `at` counts UTF-16 units of the line as written. */
export type PlayPlace = { step: number; line: number }
type Found = Pick<AdFinding, 'id' | 'severity' | 'word' | 'at' | 'instead' | 'article'>
export type PlayFinding = PlayPlace & Found
type LineFault = { reason: PlanFault; at: number } | { reason: 'unknown-fact'; at: number; fact: string }
export type PlayFault = PlayPlace & LineFault

/** `{word}` without a bar that is no fact: almost always a slip of the pen. */
const LONE = /\{([^{}|\\[]{1,20})\}/g

export const findUnknownFact = (held: string): { fact: string; at: number } | null => {
  LONE.lastIndex = 0
  const hit = LONE.exec(held)
  return hit ? { fact: hit[1] ?? '', at: hit.index } : null
}

/** Every text in which one choice is made otherwise, in any voice; as written where the spintax is broken. */
const sayingsOf = (held: string): string[] => {
  const parsed = parseSpintax(held)
  if (!parsed.ok) return [held]
  const said = TONES.flatMap((tone) => {
    const spoken = speakAs(parsed.pieces, tone)
    return spoken.ok ? [spoken.pieces.map(sourceOf).join(''), ...eachBranchTaken(spoken.pieces)] : []
  })
  return Array.from(new Set(said.length ? said : [held]))
}

/** A word that only a choice makes stands where the first choice opens. */
const tactOf = (held: string): Found[] => {
  const found = sayingsOf(held).flatMap((text) =>
    TACT.flatMap(({ id, find, instead }) =>
      Array.from(text.matchAll(find), ([word]): Found => {
        const at = held.indexOf(word)
        return { id, severity: 'block', word, at: at < 0 ? held.indexOf('{') : at, instead, article: '' }
      }),
    ),
  )
  const isWithin = ({ word }: Found, other: Found) => other.word !== word && other.word.includes(word)
  return found.filter(
    (one, i) => found.findIndex(({ word }) => word === one.word) === i && !found.some((other) => isWithin(one, other)),
  )
}

const named = ({ id, severity, word, at, instead, article }: AdFinding): Found => ({
  ...{ id, severity, word, at, instead, article },
})

/** What is found in one line as written and in what its choices say; facts are looked past. */
export const checkLine = (line: string): Found[] => {
  const held = holdFacts(line)
  return [...tactOf(held), ...[...checkAdvert(held), ...checkChoices(held)].map(named)]
}

const eachLine = <T>({ steps }: Pick<Playbook, 'steps'>, look: (line: string) => readonly T[]): (T & PlayPlace)[] =>
  steps.flatMap(({ say }, step) => say.flatMap((text, line) => look(text).map((found) => ({ ...found, step, line }))))

/** Sellers' words and barred ones, line by line. */
export const findPlayWords = (playbook: Pick<Playbook, 'steps'>): PlayFinding[] => eachLine(playbook, checkLine)

const faultsOf = (line: string, lockedWords: readonly string[]): LineFault[] => {
  const held = holdFacts(line)
  const unknown = findUnknownFact(held)
  if (unknown) return [{ reason: 'unknown-fact', ...unknown }]
  const writing = checkWriting({ text: held, lockedWords })
  if (writing.ok || writing.reason === 'too-long') return []
  return [{ reason: writing.reason, at: writing.at }]
}

/** Broken spintax, facts nobody knows, locked words that a branch loses. */
export const findPlayFaults = (playbook: Pick<Playbook, 'steps' | 'lockedWords'>): PlayFault[] =>
  eachLine(playbook, (line) => faultsOf(line, playbook.lockedWords))

/** How each fact is written in a line. */
export const FACT_SLOTS: readonly string[] = PLAY_FACTS.map((fact) => `{${fact}}`)
