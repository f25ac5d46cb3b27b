// The article while it is read: counted, with its foot, and the question of consent where it may be asked.
import type { ReadingId } from '@shared/domain/ids'
import { useRef } from 'react'
import { useConsent } from '@/features/consent/use-consent'
import { Article } from '@/features/reading/Article'
import { readingsOf } from '@/features/reading/memory'
import { sendAllReports } from '@/features/reading/send-reports'
import { useReading } from '@/features/reading/use-reading'
import { entryScene } from '@/platform/nav'
import { Below } from './late'
import { SINGLE_PAGE_SCENE } from './target'
import type { OpenedPost } from './use-opened'

/** The cloud can only take over readings it has heard of. */
const deliverReadings = async (repId: string): Promise<ReadingId[]> => {
  await sendAllReports()
  return readingsOf(repId)
}

export function Reading({ opened, queryKey }: { opened: OpenedPost; queryKey: readonly unknown[] }) {
  const { article, sender, token } = opened
  const touch = useReading({
    postId: article.postId,
    version: article.version,
    token,
    repId: sender?.repId ?? null,
    sections: article.sections,
  })
  const asking = useConsent({ opened, queryKey, readingIds: deliverReadings })
  const alone = entryScene() === SINGLE_PAGE_SCENE
  // told on this page it stands until she leaves it, whatever becomes of it meanwhile
  const told = useRef<OpenedPost['handover']>(null)
  told.current = told.current ?? opened.handover ?? null
  return (
    <>
      <Article article={article} sender={sender} onTouch={touch} />
      {!alone && <Below opened={opened} asking={asking} told={told.current} />}
    </>
  )
}
