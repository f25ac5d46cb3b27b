// Is every entry fit to stand in front of customers? What a machine can see; a person reads the rest.
import type { Entry } from './entry'

export type LintFault =
  | 'twice'
  | 'cycle'
  | 'same-as-source'
  | 'claim-word'
  | 'fact-word'
  | 'too-short'
  | 'padding'
  | 'not-in-example'
  | 'vetoed-in-example'
  | 'stammer'

export type LintFinding = { source: string; line: number; from: string; fault: LintFault; word: string }

/** Absolute words, intensifiers, promises, hurry and benefit: never brought in by us. */
const CLAIM =
  /最|第一|唯一|首选|顶级|顶尖|极|国家级|绝对|独家|必|保证|保障|承诺|一定|肯定|超|特别|非常|十分|格外|无比|很|太|巨|爆|狂|绝|神|优惠|福利|免费|划算|便宜|限时|限量|抢|秒|立刻|马上|立即|转发|集赞|点赞|扩散|治|疗效|功效|见效|营养|健康|天然|纯|鲜|新款|正品|安全|放心|永久|彻底|完美|100%/

/** Numbers, measures, days and hours: facts, wherever they stand. */
const FACT =
  /[0-9０-９%￥¥$]|[二两三四五六七八九十百千万亿]|半|双|几|今天|明天|昨天|今晚|本周|这周|周末|周[一二三四五六日天]|下周|月|号|日期|年|早上|上午|中午|下午|傍晚|晚上|夜里|凌晨|小时|分钟|每天|每周/

const claims = (text: string): Set<string> => new Set(text.match(new RegExp(CLAIM.source, 'g')) ?? [])

/** A word of one character stands in so many others that it needs at least this many vetoes. */
const SINGLE_VETOES = 3

/** Characters an alternative may be longer than what it replaces. */
const LONGER_MAX = 3

/** `了了`, `我我`: where the swap makes a character stand twice that did not before. */
function stammers(example: string, entry: Entry, alternative: string): boolean {
  const at = example.indexOf(entry.from)
  const before = example.charAt(at - 1)
  const after = example.charAt(at + entry.from.length)
  const now = before === alternative.charAt(0) && before !== entry.from.charAt(0)
  const then = after === alternative.slice(-1) && after !== entry.from.slice(-1)
  return (now && before !== '') || (then && after !== '')
}

const isVetoed = ({ from, notAfter, notBefore, example }: Entry): boolean => {
  const at = example.indexOf(from)
  const head = example.slice(0, at)
  const rest = example.slice(at + from.length)
  return notAfter.some((word) => head.endsWith(word)) || notBefore.some((word) => rest.startsWith(word))
}

function faultsOf(entry: Entry): { fault: LintFault; word: string }[] {
  const { from, to, example } = entry
  const faults: { fault: LintFault; word: string }[] = []
  const say = (fault: LintFault, word: string) => faults.push({ fault, word })
  const vetoes = entry.notAfter.length + entry.notBefore.length
  if (from.length < 2 && vetoes < SINGLE_VETOES) say('too-short', from)
  if (FACT.test(from)) say('fact-word', from)
  const inExample = example.includes(from) || to.some(({ text }) => example.includes(text))
  if (!inExample) say('not-in-example', from)
  if (example.includes(from) && isVetoed(entry)) say('vetoed-in-example', from)
  const had = claims(from)
  for (const { text } of to) {
    if (text === from) say('same-as-source', text)
    if (FACT.test(text)) say('fact-word', text)
    claims(text).forEach((word) => {
      if (!had.has(word)) say('claim-word', text)
    })
    if (text.length > from.length + LONGER_MAX) say('padding', text)
    if (example.includes(from) && stammers(example, entry, text)) say('stammer', text)
  }
  return faults
}

const vetoesOf = ({ notAfter, notBefore }: Entry): string => [...notAfter, '|', ...notBefore].sort().join(' ')

/** `a > b` in one place and `b > a` in another belong into one line, `a = b`, unless they are vetoed differently. */
function cycles(all: readonly { source: string; entry: Entry }[]): LintFinding[] {
  const lines = new Map<string, { source: string; entry: Entry }>()
  for (const each of all) lines.set(each.entry.from, each)
  return all.flatMap(({ source, entry }) =>
    entry.to.flatMap(({ text }) => {
      const back = lines.get(text)
      const isOther = back !== undefined && (back.source !== source || back.entry.line !== entry.line)
      if (
        !isOther ||
        vetoesOf(back.entry) !== vetoesOf(entry) ||
        !back.entry.to.some((each) => each.text === entry.from)
      )
        return []
      return [{ source, line: entry.line, from: entry.from, fault: 'cycle' as const, word: text }]
    }),
  )
}

/** Everything wrong with these sources, by name and line. */
export function lintLexicon(sources: Readonly<Record<string, readonly Entry[]>>): LintFinding[] {
  const all = Object.keys(sources).flatMap((source) => (sources[source] ?? []).map((entry) => ({ source, entry })))
  const seen = new Map<string, string>()
  const findings: LintFinding[] = []
  for (const { source, entry } of all) {
    const place = { source, line: entry.line, from: entry.from }
    const first = seen.get(entry.from)
    if (first !== undefined) findings.push({ ...place, fault: 'twice', word: first })
    else seen.set(entry.from, `${source}:${entry.line}`)
    for (const each of faultsOf(entry)) findings.push({ ...place, ...each })
  }
  return [...findings, ...cycles(all)]
}
