// One thing she offered: how far it has come, what HQ said, and taking it back by her own two taps.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { type OwnOffer, useOfferActs, type Who } from './use-offers'
import { TONE_OF, wordOfferState } from './words'
import './Offer.scss'

export function OfferPictures({ pictures }: { pictures: readonly { fileId: string; url: string }[] }) {
  const { i18n } = useLingui()
  return (
    <View className="offer-pictures">
      {pictures.map(({ fileId, url }, n) => {
        const name = i18n._('第 {n} 张', { n: n + 1 })
        return (
          <Image
            key={fileId}
            className="offer-picture"
            mode="aspectFill"
            src={url}
            {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: name } } : { ariaLabel: name })}
          />
        )
      })}
    </View>
  )
}

function TakeBack({ who, offer }: { who: Who; offer: OwnOffer }) {
  const { i18n } = useLingui()
  const acts = useOfferActs(who)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const takeBack = async () => {
    setBusy(true)
    setError('')
    try {
      await acts.withdraw(offer.submissionId)
    } catch (failure) {
      setError(errorText(failure))
    }
    setBusy(false)
    setAsking(false)
  }
  if (!asking)
    return (
      <View className="offer-acts">
        {error !== '' && (
          <Text className="offer-error" {...describe('alert')}>
            {error}
          </Text>
        )}
        <Button kind="quiet" small onTap={() => setAsking(true)}>
          {i18n._('收回这份')}
        </Button>
      </View>
    )
  return (
    <View className="offer-acts" {...describe('status')}>
      <Text className="offer-note">{i18n._('照片、话和署名都会删掉，用了它的内容马上撤下')}</Text>
      <Button kind="danger" small busy={busy} onTap={() => void takeBack()}>
        {i18n._('收回')}
      </Button>
      <Button kind="plain" small disabled={busy} onTap={() => setAsking(false)}>
        {i18n._('不收回')}
      </Button>
    </View>
  )
}

type Props = { who: Who; offer: OwnOffer; onAnswer: (offer: OwnOffer) => void }

export function OfferCard({ who, offer, onAnswer }: Props) {
  const { i18n } = useLingui()
  const { state, creditedAt, words, photos, named, questions, reason, at, withdrawnAt } = offer
  const when = (instant: number) => wordInstant(instant, Date.now(), currentLang())
  const question = state === 'asked' ? questions.find(({ answeredAt }) => answeredAt === null) : undefined
  return (
    <Card className="offer-card">
      <View className="offer-row">
        <Chip tone={TONE_OF[state]}>{wordOfferState(i18n, state, creditedAt)}</Chip>
        <Text className="offer-note">{i18n._('{when} 投的', { when: when(at) })}</Text>
      </View>
      {photos.length > 0 && <OfferPictures pictures={photos} />}
      {words !== '' && <Text className="offer-words">{words}</Text>}
      {state === 'withdrawn' ? (
        <Text className="offer-note">{i18n._('{when} 收回，照片和话都删了', { when: when(withdrawnAt ?? at) })}</Text>
      ) : (
        <Text className="offer-note">{named === '' ? i18n._('匿名') : i18n._('署名：{named}', { named })}</Text>
      )}
      {question && <Text className="offer-said">{i18n._('总部说：{says}', { says: question.says })}</Text>}
      {state === 'declined' && <Text className="offer-said">{i18n._('总部说：{says}', { says: reason })}</Text>}
      {question && (
        <Button kind="plain" small onTap={() => onAnswer(offer)}>
          {i18n._('改一改再投')}
        </Button>
      )}
      {state !== 'withdrawn' && <TakeBack who={who} offer={offer} />}
    </Card>
  )
}
