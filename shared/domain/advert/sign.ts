// May a post with these findings be published? Blocked words never; doubtful ones when somebody answers for them.
import { type AdFinding, checkAdvert } from './check'
import { checkChoices } from './choices'

export type FoundIn = 'text' | 'firstComment' | 'article' | 'wording'
export type PostFinding = AdFinding & { field: FoundIn }
export type PostWords = {
  text: string
  firstComment: string
  article: { title: string; sections: readonly { heading: string; paragraphs: readonly string[] }[] }
}

export const articleText = ({ title, sections }: PostWords['article']): string =>
  [title, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join('\n')

/** What is found in what HQ wrote, field by field; in the text also what its choices say once they are made. */
export const checkPostWords = ({ text, firstComment, article }: PostWords): PostFinding[] => {
  const fields: [FoundIn, AdFinding[]][] = [
    ['text', [...checkAdvert(text), ...checkChoices(text)]],
    ['firstComment', checkAdvert(firstComment)],
    ['article', checkAdvert(articleText(article))],
  ]
  return fields.flatMap(([field, found]) => found.map((finding) => ({ ...finding, field })))
}

export type SignDecision =
  | { ok: true }
  | { ok: false; reason: 'words-blocked' | 'words-unsigned'; findings: readonly PostFinding[] }

/** `signed`: ids that somebody answers for. A signature without a reason signs nothing. */
export const mayPublishWords = (
  findings: readonly PostFinding[],
  by: { signed: readonly string[]; reason: string },
): SignDecision => {
  const blocked = findings.filter(({ severity }) => severity === 'block')
  if (blocked.length > 0) return { ok: false, reason: 'words-blocked', findings: blocked }
  const signed = by.reason.trim() === '' ? [] : by.signed
  const open = findings.filter(({ id, severity }) => severity === 'sign' && signed.indexOf(id) < 0)
  return open.length === 0 ? { ok: true } : { ok: false, reason: 'words-unsigned', findings: open }
}
