// What of a post or playbook goes to WeChat to be looked at, and what of what it said keeps it from going out?
import { type Check, type CheckItem, checksOf, LABELS, postItems, type Subject, standingOf } from '@shared/domain/check'
import { imagesOf, type Post } from '@shared/domain/post'
import { findImageRisks, MINOR_UNPROVEN } from '@shared/domain/safety'
import { insertCheck, listChecks } from './data/checks'
import { refusal } from './errors'

const INSERTS_AT_ONCE = 20

/** Repeatable: what is in the queue already, or answered, stays as it is. */
export const queueChecks = async (subject: Subject, items: readonly CheckItem[], at: number): Promise<void> => {
  const all = checksOf(subject, items, at)
  for (let from = 0; from < all.length; from += INSERTS_AT_ONCE)
    await Promise.all(all.slice(from, from + INSERTS_AT_ONCE).map(insertCheck))
}

export const subjectOfPost = ({ _id, version }: Pick<Post, '_id' | 'version'>): Subject => `post.${_id}.${version}`

export const queuePost = (post: Post, at: number): Promise<void> =>
  queueChecks(subjectOfPost(post), postItems(post), at)

/** The word WeChat names, or else what it takes it for. */
const saidOf = ({ word, label }: Check): string => word || LABELS[label ?? 0] || ''

/** Nothing that WeChat found risky goes out, and nothing it wants a person to look at before one did. */
export const ensureChecked = async (subject: Subject): Promise<void> => {
  const { standing, checks } = standingOf(await listChecks(subject))
  const [first] = checks
  if (standing === 'risky') throw refusal('check-risky', first?.place, first && saidOf(first))
  if (standing === 'review') throw refusal('check-review', first?.place)
}

/** What nobody may let out, whoever signs: a child without consent, and what WeChat objects to. */
export const ensureFit = async (post: Post): Promise<void> => {
  const unproven = findImageRisks(imagesOf(post)).find(({ id }) => id === MINOR_UNPROVEN)
  if (unproven) throw refusal('minor-unproven', `image.${unproven.imageId}`)
  await ensureChecked(subjectOfPost(post))
}
