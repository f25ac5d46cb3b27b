// Does every post have a form that shows before Moments folds it?
import { measureFold } from '@shared/domain/fold'
import { shortForm } from '@shared/domain/variant/short-form'
import { dealPost } from '../../tools/variants/deal-post'
import type { Part } from '../part'
import { allPosts } from './posts'

const REPS = 60

const fits = (text: string): boolean => {
  const form = shortForm(text)
  return form.ok && !measureFold(form.short).folds
}

export const short: Part = {
  name: 'short',
  run: async () => {
    const posts = allPosts()
    const texts = posts.flatMap((post) => dealPost(post, { reps: REPS, tone: null }).dealt.map(({ text }) => text))
    const share = (all: readonly string[]) => (100 * all.filter(fits).length) / all.length
    const sources = posts.map(({ text }) => text)
    const unfolded = (100 * sources.filter((text) => !measureFold(text).folds).length) / sources.length
    return [
      {
        metric: 'posts whose short form is ≤ 6 lines',
        value: share(sources),
        unit: '%',
        goal: { atLeast: 95 },
        anchor: unfolded,
      },
      { metric: 'texts whose short form is ≤ 6 lines', value: share(texts), unit: '%', goal: { atLeast: 95 } },
    ]
  },
}
