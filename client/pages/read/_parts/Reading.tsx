// The article while it is read: counted, with its foot, and the question of consent where it may be asked.
import type { ReadingId } from '@shared/domain/ids'
import { useRef } from 'react'
import { ConsentBar } from '@/features/consent/ConsentBar'
import { useConsent } from '@/features/consent/use-consent'
import { Article } from '@/features/reading/Article'
import { EndPoll } from '@/features/reading/EndPoll'
import { readingsOf } from '@/features/reading/memory'
import { sendAllReports } from '@/features/reading/send-reports'
import { useReading } from '@/features/reading/use-reading'
import { entryScene, openPage } from '@/platform/nav'
import { Foot } from './Foot'
import { HandoverBar } from './HandoverBar'
import { SINGLE_PAGE_SCENE } from './target'
import type { OpenedPost } from './use-opened'

/** While it is open: a page that is shown from memory may be older than its end. */
const asksNow = ({ poll }: OpenedPost) => (poll && poll.closesAt > Date.now() ? poll : null)

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
  const poll = asksNow(opened)
  const alone = entryScene() === SINGLE_PAGE_SCENE
  // told on this page it stands until she leaves it, whatever becomes of it meanwhile
  const told = useRef<OpenedPost['handover']>(null)
  told.current = told.current ?? opened.handover ?? null
  return (
    <>
      <Article article={article} sender={sender} onTouch={touch} />
      {!alone && poll && (
        <EndPoll question={poll.question} onTap={() => openPage(`/pkgs/account/poll/index?p=${poll.pollId}`)} />
      )}
      {!alone && <Foot opened={opened} justGiven={asking.phase === 'given'} />}
      {!alone && told.current && <HandoverBar told={told.current} />}
      {!alone && !told.current && asking.asks && sender && (
        <ConsentBar sender={sender} policyVersion={opened.policyVersion} asking={asking} />
      )}
    </>
  )
}
