// What the advertising check finds in a draft while it is typed: a keystroke never waits for it.
import { useDeferredValue, useMemo } from 'react'
import type { DraftForm } from './draft-form'
import { type FormFinding, findInArticle, findInLine } from './words-found'

/** `of` is the form they were found in, perhaps a keystroke old: quotes and places belong to it. */
export type Found = {
  of: DraftForm
  text: FormFinding[]
  firstComment: FormFinding[]
  article: FormFinding[]
  all: FormFinding[]
}

export const useFound = (form: DraftForm): Found => {
  const of = useDeferredValue(form)
  const text = useMemo(() => findInLine('text', of.text), [of.text])
  const firstComment = useMemo(() => findInLine('firstComment', of.firstComment), [of.firstComment])
  const { title, sections } = of
  const article = useMemo(() => findInArticle({ title, sections }), [title, sections])
  return useMemo(
    () => ({ of, text, firstComment, article, all: [...text, ...firstComment, ...article] }),
    [of, text, firstComment, article],
  )
}
