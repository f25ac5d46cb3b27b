// What did deals come to, what came before them, who came again, and what does a customer cost and come to?
import { WINDOW_DAYS } from '@shared/domain/attribution'
import { dayOf } from '@shared/domain/day'
import {
  cohortOf,
  creditSums,
  kindSums,
  LOOK_BACK_DAYS,
  newCustomers,
  productSums,
  showCohort,
  showUnit,
} from '@shared/domain/deal-sums'
import { profitOf } from '@shared/domain/profit'
import { AGAIN_WITHIN_DAYS } from '@shared/domain/repurchase'
import { UNIT_EXAMPLE, unitSheet } from '@shared/domain/unit-economics'
import { findHeadings } from '../_kit/data/posts'
import { listProducts } from '../_kit/data/products'
import { costsIn, daysBack, daysOf, dealsIn, teamsIn } from '../_kit/deal-part'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { headOf, partFor } from '../_kit/work-scope'

export const seeDeals: Handler<'hq', 'deal.see'> = async ({ span }, { caller: { member } }) => {
  const part = await partFor(member)
  const days = daysOf(part, span)
  const [all, costs, products, head] = await Promise.all([
    dealsIn(part, daysBack(part, LOOK_BACK_DAYS)),
    teamsIn(part).then((teams) => costsIn(part, days, teams)),
    listProducts(),
    headOf(part, span),
  ])
  const within = all.filter(({ day }) => day >= days.from && day <= days.to)
  const credited = creditSums(within)
  const headingOf = await findHeadings(credited.posts.map(({ postId }) => postId))
  const { spentFen } = profitOf([], costs)
  const spent = Object.values(spentFen).reduce((sum, fen) => sum + fen, 0)
  return {
    ...{ ...days, asOf: part.at, scope: head.scope, kinds: kindSums(within) },
    credited: {
      ...credited,
      windowDays: WINDOW_DAYS,
      posts: credited.posts.map((post) => ({ ...post, title: headingOf(post.postId).title })),
    },
    again: { withinDays: AGAIN_WITHIN_DAYS, ...showCohort(cohortOf(all, dayOf(part.at))) },
    products: productSums(within, all, products),
    unit: showUnit(newCustomers(all, days, spent)),
    example: found(unitSheet(UNIT_EXAMPLE), 'no-such-entry'),
  }
}
