// What stands below the article and at the screen's lower edge: a question, the foot, an adviser's handover, the consent.
import { ConsentBar } from '@/features/consent/ConsentBar'
import type { Asking } from '@/features/consent/use-consent'
import { EndPoll } from '@/features/reading/EndPoll'
import { openPage } from '@/platform/nav'
import { Foot } from './Foot'
import { HandoverBar } from './HandoverBar'
import type { OpenedPost } from './use-opened'

/** While it is open: a page that is shown from memory may be older than its end. */
const asksNow = ({ poll }: OpenedPost) => (poll && poll.closesAt > Date.now() ? poll : null)

/** told: the handover that this page tells of, as long as she stays. */
export type BelowProps = { opened: OpenedPost; asking: Asking; told: OpenedPost['handover'] }

export function Below({ opened, asking, told }: BelowProps) {
  const { sender } = opened
  const poll = asksNow(opened)
  return (
    <>
      {poll && <EndPoll question={poll.question} onTap={() => openPage(`/pkgs/account/poll/index?p=${poll.pollId}`)} />}
      <Foot opened={opened} justGiven={asking.phase === 'given'} />
      {told && <HandoverBar told={told} />}
      {!told && asking.asks && sender && (
        <ConsentBar sender={sender} policyVersion={opened.policyVersion} asking={asking} />
      )}
    </>
  )
}
