// Into which clauses does a text fall, and how much of each does the other text keep?
import { isHan } from '../marks'

/** `kept` counts pairs that stand elsewhere too, `inOrder` only what stands where it stood. */
export type Clause = { text: string; at: number; kept: number; inOrder: number }

const MARKS = '，。！？～；,?!;~\n…'
/** Words that carry no meaning of their own when two clauses are compared. */
const FILLERS = '的了啦哦呀啊吧呢吗嘛就都也还很太更又再是有在给把被让和与跟来去到会能要可以上下'

const isFiller = (unit: string) => FILLERS.indexOf(unit) >= 0

/** Units of a clause that carry meaning: Han without fillers, digits, letters. */
const isContent = (unit: string) => (isHan(unit) && !isFiller(unit)) || /[0-9A-Za-z]/.test(unit)

export const contentLength = (text: string): number => text.split('').filter(isContent).length

/** How much of the clause's content stands in the other text. */
function keptShares(text: string, at: number, map: Int32Array, other: string): { kept: number; inOrder: number } {
  let content = 0
  let kept = 0
  let inOrder = 0
  for (let i = 0; i < text.length; i += 1) {
    if (!isContent(text.charAt(i))) continue
    content += 1
    const stands = (map[at + i] ?? -1) >= 0
    const before = text.slice(Math.max(0, i - 1), i + 1)
    const after = text.slice(i, i + 2)
    const asPair =
      (before.length === 2 && other.indexOf(before) >= 0) || (after.length === 2 && other.indexOf(after) >= 0)
    if (stands) inOrder += 1
    if (stands || asPair) kept += 1
  }
  return content === 0 ? { kept: 1, inOrder: 1 } : { kept: kept / content, inOrder: inOrder / content }
}

export function splitClauses(text: string, map: Int32Array, other: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && MARKS.indexOf(text.charAt(i)) < 0) continue
    const words = text.slice(from, i)
    if (words.trim() !== '') clauses.push({ text: words, at: from, ...keptShares(words, from, map, other) })
    from = i + 1
  }
  return clauses
}

export function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  let found: Clause | undefined
  for (const clause of clauses) if (clause.at <= at) found = clause
  return found
}
