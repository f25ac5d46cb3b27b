// A contact's special days: written down, changed, dropped.
import { tell } from './tell'
import type { ContactSheet, ShownOccasion } from './use-sheet'

const withOccasion = (known: ContactSheet, occasion: ShownOccasion): ContactSheet => ({
  ...known,
  occasions: [occasion, ...known.occasions.filter((one) => one.occasionId !== occasion.occasionId)].sort((a, b) =>
    a.next < b.next ? -1 : 1,
  ),
})

/** `next` is '' until the cloud has said on which day it falls: the calendar of the moon is not on the phone. */
export const saveOccasion = (occasion: Omit<ShownOccasion, 'next'>) =>
  tell(
    { key: `occasion.${occasion.occasionId}`, action: 'occasion.save', payload: occasion },
    {
      at: occasion.contactId,
      change: (known) => withOccasion(known, { ...occasion, next: '' }),
      settle: withOccasion,
    },
  )

export const dropOccasion = ({ occasionId, contactId }: Pick<ShownOccasion, 'occasionId' | 'contactId'>) =>
  tell(
    { key: `occasion.${occasionId}`, action: 'occasion.drop', payload: { occasionId } },
    {
      at: contactId,
      change: (known) => ({ ...known, occasions: known.occasions.filter((one) => one.occasionId !== occasionId) }),
    },
  )
