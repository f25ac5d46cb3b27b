// Which field is wrong, and how? zod's issues in the caller's language, ours by the words table.
import type { Lang } from '@shared/domain/day'
import type * as z from 'zod'
import { en, zhCN } from 'zod/locales'
import { isReason, type Reason, reasons } from './words.data'

const locales = { zh: zhCN().localeError, en: en().localeError }

/** Handed to zod with every parse: the same contract answers each caller in her own language. */
export const errorMapOf = (lang: Lang) => locales[lang]

export type Explanation = { sentence: string; field: string | undefined; reason: Reason | undefined }

const fieldOf = (issue: z.core.$ZodIssue): string | undefined => {
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  return path.length ? path.map(String).join('.').slice(0, 100) : undefined
}

/** zod says "received undefined", which is no word for people. */
const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('undefined')

/** One sentence for the first issue; a person mends one thing at a time. */
export const explain = (issues: readonly z.core.$ZodIssue[], lang: Lang): Explanation => {
  const [issue] = issues
  if (!issue) return { sentence: reasons['bad-request'][lang], field: undefined, reason: undefined }
  const field = fieldOf(issue)
  if (isReason(issue.message)) return { sentence: reasons[issue.message][lang], field, reason: issue.message }
  const text = isMissing(issue) ? reasons.missing[lang] : issue.message
  const colon = lang === 'zh' ? '：' : ': '
  return { sentence: field ? `${field}${colon}${text}` : text, field, reason: undefined }
}
