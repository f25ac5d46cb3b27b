// What stands in the way of names a rep brings along? The rules of the list, and WeChat's check of what is written.
import { checkRows, type Fault, type NameRow } from '@shared/domain/contact-import'
import type { CheckTexts } from './wechat'

/** So many rows go into one question; only where one is risky each is asked about alone. */
const TOGETHER = 25
const textOf = ({ remark, tags }: NameRow): string => [remark, ...tags].join(' ')

const riskyOf = async (rows: readonly NameRow[], checkTexts: CheckTexts): Promise<Set<NameRow>> => {
  if (!rows.length || (await checkTexts([rows.map(textOf).join('\n')])) !== 'risky') return new Set()
  const [only] = rows
  if (rows.length === 1 && only) return new Set([only])
  const half = Math.ceil(rows.length / 2)
  const [first, second] = await Promise.all([
    riskyOf(rows.slice(0, half), checkTexts),
    riskyOf(rows.slice(half), checkTexts),
  ])
  return new Set([...first, ...second])
}

/** A fault per row, null where there is none. */
export const checkNames = async (rows: readonly NameRow[], checkTexts: CheckTexts): Promise<(Fault | null)[]> => {
  const faults = checkRows(rows)
  const clean = rows.filter((_, at) => faults[at] === null)
  const portions = Array.from({ length: Math.ceil(clean.length / TOGETHER) }, (_, n) =>
    clean.slice(n * TOGETHER, (n + 1) * TOGETHER),
  )
  const risky = new Set<NameRow>()
  for (const portion of portions) for (const row of await riskyOf(portion, checkTexts)) risky.add(row)
  return rows.map((row, at) => faults[at] ?? (risky.has(row) ? { fault: 'unsafe-text', found: '' } : null))
}

/** Rows as a request brings them. */
export const rowsOf = (rows: readonly { remark: string; tags: string[] }[]): NameRow[] =>
  rows.map(({ remark, tags }, at) => ({ line: at + 1, remark, tags: [...new Set(tags)] }))
