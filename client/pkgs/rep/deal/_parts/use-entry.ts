// One entry from the first tap to its being kept: the same id until it is, so that it is one deal however often it is sent.
import { useLingui } from '@lingui/react'
import type { ContactId, DealId, NoteId, ProductId } from '@shared/domain/ids'
import { useState } from 'react'
import type { Done } from '@/features/contact/UndoBar'
import { addTyped, amountOfLine, type Draft, EMPTY, kindOf, type Prepared, totalOf } from '@/features/deal/draft'
import { recordDeal } from '@/features/deal/use-deals'
import { wordMoney } from '@/features/deal/words'
import { wordChildFacts, wordRefused } from '@/features/file/child-facts'
import { lightHaptic } from '@/platform/haptic'
import { mintId } from '@/platform/mint'
import { pageParams } from '@/platform/nav'
import { useIsAlive } from '@/platform/page'

const DAY_MS = 86_400_000

/** What the page was opened about: a purchase in her notes, with what it says; or a talk's day. */
const openedWith = (): { draft: Draft; noteId: string | null; talkDay: string | null } => {
  const { n, d, p, y } = pageParams()
  return { draft: p ? addTyped(EMPTY, p, y ?? '') : EMPTY, noteId: n || null, talkDay: d || null }
}

export const useEntry = (contactId: string | null, prepared: Prepared, onDone: (done: Done) => void) => {
  const { i18n } = useLingui()
  const [about, setAbout] = useState(openedWith)
  const [dealId, setDealId] = useState(mintId)
  const [draft, setDraft] = useState(about.draft)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const isAlive = useIsAlive()
  const before = prepared.before.map(({ product }) => product)
  const kind = kindOf(draft, before)

  const change = (next: Draft) => {
    setDraft(next)
    setError('')
  }
  const payload = () => ({
    ...{ dealId: dealId as DealId, contactId: contactId as ContactId | null, kind, agoMs: draft.daysAgo * DAY_MS },
    ...{ noteId: about.noteId as NoteId | null, talkDay: about.talkDay },
    items: draft.lines.map((line) => {
      const { productId, product, qty, theirs, cycleDays } = line
      const amountFen = amountOfLine(line) ?? 0
      return { productId: productId as ProductId | null, product, qty, theirs, cycleDays, amountFen }
    }),
  })
  const end = (arrived: boolean) => {
    lightHaptic()
    const yuan = wordMoney(totalOf(draft) ?? 0)
    onDone({
      words: arrived ? i18n._('记下了 {yuan}', { yuan }) : i18n._('记下了 {yuan}，连上网就送出', { yuan }),
      eventId: dealId,
    })
    setDealId(mintId())
    setAbout({ draft: EMPTY, noteId: null, talkDay: null })
    setDraft(EMPTY)
  }
  const save = () => {
    const child = wordChildFacts(draft.lines.map(({ product }) => product).join(' '))
    if (child !== '') return setError(child)
    setBusy(true)
    void recordDeal(payload())
      .then(
        (answer) => isAlive() && end(answer !== null),
        (failure: unknown) => isAlive() && setError(wordRefused(failure)),
      )
      .finally(() => isAlive() && setBusy(false))
  }
  return { draft, change, kind, total: totalOf(draft), busy, error, save }
}
export type Entry = ReturnType<typeof useEntry>
