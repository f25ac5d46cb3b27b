// What she offered so far, what waits on her phone to go, and the form for the next one or for what HQ asked.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/States'
import { OfferCard } from './OfferCard'
import { listUnsent, type OwnOffer, type OwnOffers, type Who } from './use-offers'
import './Offer.scss'

/** Sent without signal: it goes by itself. */
function Unsent({ who, arrived }: { who: Who; arrived: readonly OwnOffer[] }) {
  const { i18n } = useLingui()
  const known = new Set(arrived.map(({ submissionId }) => submissionId))
  return (
    <>
      {listUnsent(who)
        .filter(({ submissionId }) => !known.has(submissionId))
        .map(({ submissionId, words }) => (
          <Card key={submissionId} className="offer-card">
            <View className="offer-row">
              <Chip tone="warm">{i18n._('等有网再投')}</Chip>
            </View>
            <Text className="offer-words">{words}</Text>
          </Card>
        ))}
    </>
  )
}

type Compose = { asked: OwnOffer | null; version: string; onSent: (arrived: boolean) => void }
type Props = { who: Who; data: OwnOffers; compose: (props: Compose & { key: string }) => ReactNode }

export function OfferList({ who, data, compose }: Props) {
  const { i18n } = useLingui()
  const { offers, left, version } = data
  const [answering, setAnswering] = useState<string | null>(null)
  const [writing, setWriting] = useState(offers.length === 0)
  const [told, setTold] = useState('')
  const [times, setTimes] = useState(0)
  const asked = offers.find(({ submissionId, state }) => submissionId === answering && state === 'asked') ?? null
  const onSent = (arrived: boolean) => {
    setTold(arrived ? i18n._('投到了，总部看过会在这里回话') : i18n._('没有网络，存在手机上了，有网自动投'))
    setTimes(times + 1)
    setAnswering(null)
    setWriting(false)
  }
  const mayWrite = left > 0 || asked !== null
  return (
    <>
      <View {...describe('status')}>{told !== '' && <Text className="offer-told">{told}</Text>}</View>
      {(writing || asked) && mayWrite
        ? compose({ asked, version, onSent, key: `${asked?.submissionId ?? 'new'}.${times}` })
        : left > 0 && (
            <Button id="offer-new" className="offer-new" onTap={() => setWriting(true)}>
              {i18n._('投一份')}
            </Button>
          )}
      {left <= 0 && <Text className="offer-told">{i18n._('今天投的够多了，明天再来')}</Text>}
      <Unsent who={who} arrived={offers} />
      {offers.map((offer) => (
        <OfferCard
          key={offer.submissionId}
          who={who}
          offer={offer}
          onAnswer={({ submissionId }) => setAnswering(submissionId)}
        />
      ))}
      {offers.length === 0 && !writing && (
        <Empty title={i18n._('还没有投过')} hint={i18n._('用得好的小窍门、一张照片，都可以投')} />
      )}
    </>
  )
}
