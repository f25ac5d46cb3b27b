// Which circles is this contact of hers in?
import { loadCirclesOf, nameCircle, placesOf } from '../_kit/circle-own'
import { openContact } from '../_kit/contact-file'
import type { Handler } from '../_kit/serve'

export const circlesOf: Handler<'rep', 'circle.of'> = async ({ contactId }, { caller: { member } }) => {
  await openContact(member._id, contactId)
  const { level, circles } = await loadCirclesOf(member, contactId)
  return { level, places: await placesOf(circles), circles: circles.map(nameCircle) }
}
