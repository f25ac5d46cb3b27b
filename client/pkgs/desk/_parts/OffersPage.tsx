// 投稿: what reps and customers offered, by how far it is; one of them beside the list.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { SUBMISSION_STATES, type SubmissionState } from '@shared/domain/submission'
import { Segmented } from 'antd'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { DeskMore } from './DeskMore'
import { OfferDetail } from './OfferDetail'
import { wordFrom, wordInboxState } from './offer-words'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { type InboxOffer, useInbox } from './use-offers-desk'
import './offers.scss'

function Row({ offer, chosen, onOpen }: { offer: InboxOffer; chosen: boolean; onOpen: () => void }) {
  const { i18n } = useLingui()
  const { at, excerpt, photos } = offer
  return (
    <li>
      <button type="button" className="offer-line" aria-current={chosen} onClick={onOpen}>
        <span className="offer-line-head">
          <span>{wordFrom(i18n, offer)}</span>
          <span className="desk-note">{wordInstant(at, Date.now(), currentLang())}</span>
        </span>
        <span className="offer-line-words">{excerpt || i18n._('只有照片')}</span>
        {photos > 0 && <span className="desk-note">{i18n._('{n} 张照片', { n: photos })}</span>}
      </button>
    </li>
  )
}

function Inbox({ state, chosen }: { state: SubmissionState; chosen: string }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const inbox = useInbox(state)
  const { data, error, isPending, refetch } = inbox
  const rows = data?.pages.flatMap(({ offers }) => offers) ?? []
  if (error && rows.length === 0) return <DeskFailed error={error} onRetry={() => void refetch()} />
  if (isPending) return <DeskLoading />
  if (rows.length === 0)
    return <DeskEmpty title={i18n._('这里没有投稿')} hint={i18n._('导购在“我的”里投，顾客在文章末尾投')} />
  return (
    <>
      <ul className="offer-lines">
        {rows.map((offer) => (
          <Row
            key={offer.submissionId}
            offer={offer}
            chosen={offer.submissionId === chosen}
            onOpen={() => go({ item: offer.submissionId })}
          />
        ))}
      </ul>
      <DeskMore of={inbox} />
    </>
  )
}

export function OffersPage() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const state = SUBMISSION_STATES.find((one) => one === address.tab) ?? 'new'
  const chosen = address.item ?? ''
  return (
    <section className="desk-offers">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('投稿')}</h1>
      </div>
      <p className="desk-note">
        {i18n._('收下就是一条草稿，还要照常审核才会发。投了多少、转了多少都不奖励，也不排名')}
      </p>
      <Segmented
        aria-label={i18n._('看哪些')}
        value={state}
        options={SUBMISSION_STATES.map((value) => ({ value, label: wordInboxState(i18n, value) }))}
        onChange={(value) => go({ tab: value === 'new' ? '' : value, item: '' })}
      />
      <div className="offer-columns">
        <Inbox key={state} state={state} chosen={chosen} />
        {chosen !== '' && <OfferDetail key={chosen} id={chosen} />}
      </div>
    </section>
  )
}
