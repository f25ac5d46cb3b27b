// What came by the cards that were sent into a group? Sums of each card and of all that hangs below it.
import type { GroupCard } from '@shared/domain/group-counts'
import { noSums } from '@shared/domain/group-counts'
import type { GroupId } from '@shared/domain/ids'
import { addSums } from '@shared/domain/tally'
import { findShareSums } from './data/feed'
import { listCards } from './data/groups'
import { findColumns } from './data/posts'

export const findGroupCards = async (groupId: GroupId): Promise<GroupCard[]> => {
  const cards = await listCards(groupId)
  const [tallies, columns] = await Promise.all([
    findShareSums(cards.map(({ _id }) => _id)),
    findColumns(cards.map(({ postId }) => postId)),
  ])
  return cards.map(({ _id, postId, createdAt }) => {
    const sums = noSums()
    for (const tally of tallies) if (tally.id === _id) addSums(sums, tally)
    return { postId, column: columns.get(postId) ?? '', at: createdAt, sums }
  })
}
