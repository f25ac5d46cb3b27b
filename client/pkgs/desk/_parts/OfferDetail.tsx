// One offer as HQ weighs it: her words and photos, what she said about rights, what the checks found, and the acts.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { findInWords } from '@shared/domain/submission-check'
import { Alert, Button, Image } from 'antd'
import { useMemo } from 'react'
import { useChecks } from '@/features/post/use-checks'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { FindingLine } from './Findings'
import { OfferActs } from './OfferActs'
import { wordFrom, wordInboxState, wordOfferPlace, wordShown } from './offer-words'
import { SafetyChecks } from './SafetyChecks'
import { DeskFailed, DeskLoading } from './States'
import { type HqOffer, useOffer } from './use-offers-desk'

const when = (at: number): string => wordInstant(at, Date.now(), currentLang())

function Facts({ offer }: { offer: HqOffer }) {
  const { i18n } = useLingui()
  const { rights, named, agreement, at, pictures } = offer
  return (
    <ul className="offer-facts">
      <li>{i18n._('{from}，{when} 投的', { from: wordFrom(i18n, offer), when: when(at) })}</li>
      <li>{named === '' ? i18n._('不署名') : i18n._('署名：{named}', { named })}</li>
      <li>{rights.mine ? i18n._('她说：都是自己拍的、写的') : i18n._('她说：有别人拍的或写的')}</li>
      {pictures.length > 0 && <li>{wordShown(i18n, rights.people)}</li>}
      <li className="desk-note">
        {i18n._('{when} 同意了约定 {version}', { when: when(agreement.at), version: agreement.version })}
      </li>
    </ul>
  )
}

function Questions({ offer }: { offer: HqOffer }) {
  const { i18n } = useLingui()
  if (offer.questions.length === 0) return null
  return (
    <ul className="offer-facts" aria-label={i18n._('问过她的')}>
      {offer.questions.map(({ at, byName, says, answeredAt }) => (
        <li key={at}>
          {i18n._('{name} {when}：{says}', { name: byName, when: when(at), says })}
          <span className="desk-note">
            {answeredAt === null ? i18n._('，还没改') : i18n._('，{when} 改过了', { when: when(answeredAt) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Ended({ offer }: { offer: HqOffer }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { state, postId, reason, creditedAt, withdrawnAt } = offer
  const toPost = postId !== null && (
    <Button size="small" onClick={() => go({ at: '', item: '', tab: '', post: postId })}>
      {i18n._('打开这条内容')}
    </Button>
  )
  if (state === 'accepted')
    return (
      <Alert
        type="success"
        showIcon
        title={
          creditedAt === null ? i18n._('收下了，草稿还没发') : i18n._('{when} 发出去了', { when: when(creditedAt) })
        }
        action={toPost}
      />
    )
  if (state === 'declined') return <Alert type="info" showIcon title={i18n._('谢绝了：{reason}', { reason })} />
  if (state !== 'withdrawn') return null
  return (
    <Alert
      type="warning"
      showIcon
      title={i18n._('{when} 收回了，照片和话都删了', { when: when(withdrawnAt ?? offer.at) })}
      description={postId !== null && i18n._('做成的内容已经撤下，里面如果还有她的话，请删干净')}
      action={toPost}
    />
  )
}

function Weigh({ offer }: { offer: HqOffer }) {
  const { i18n } = useLingui()
  const checked = { of: 'submission' as const, id: offer.submissionId, version: offer.round }
  const { shown } = useChecks(checked)
  const { advert, child } = useMemo(() => findInWords(offer.words), [offer.words])
  const barred = child.length > 0 || advert.some(({ severity }) => severity === 'block')
  const standing = shown?.standing ?? 'waiting'
  return (
    <>
      <h3>{i18n._('检查')}</h3>
      {child.map(({ word, at }) => (
        <Alert key={at} type="error" showIcon title={i18n._('“{word}”认得出是哪个孩子', { word })} />
      ))}
      {advert.length > 0 && (
        <ul className="found-list" aria-label={i18n._('不能用和要留意的话')}>
          {advert.map((finding) => (
            <FindingLine key={`${finding.id}/${finding.at}`} finding={{ ...finding, field: 'article' }} />
          ))}
        </ul>
      )}
      {advert.length === 0 && child.length === 0 && <p className="desk-note">{i18n._('话里没查出要改的')}</p>}
      <SafetyChecks checked={checked} unsaved={false} wordPlace={(place) => wordOfferPlace(i18n, place)} />
      <OfferActs offer={offer} barred={barred} waiting={standing === 'waiting' || standing === 'unasked'} />
    </>
  )
}

export function OfferDetail({ id }: { id: string }) {
  const { i18n } = useLingui()
  const { data: offer, error, refetch } = useOffer(id)
  if (error && !offer) return <DeskFailed error={error} onRetry={() => void refetch()} />
  if (!offer) return <DeskLoading />
  return (
    <article className="offer-detail" aria-label={wordFrom(i18n, offer)}>
      <h2>{wordInboxState(i18n, offer.state)}</h2>
      <Ended offer={offer} />
      {offer.words !== '' && <p className="offer-desk-words">{offer.words}</p>}
      <Image.PreviewGroup>
        <div className="offer-desk-pictures">
          {offer.pictures.map(({ fileId, url }, n) => (
            <Image key={fileId} src={url} width={160} height={160} alt={i18n._('第 {n} 张图', { n: n + 1 })} />
          ))}
        </div>
      </Image.PreviewGroup>
      {offer.state !== 'withdrawn' && <Facts offer={offer} />}
      <Questions offer={offer} />
      {offer.state !== 'withdrawn' && offer.state !== 'declined' && <Weigh offer={offer} />}
    </article>
  )
}
