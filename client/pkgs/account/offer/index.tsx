// 投稿: a customer's photo and words for the shop to publish; what became of each, and taking it back. Her own page.
import { useLingui } from '@lingui/react'
import { OFFER_PHOTOS_MAX } from '@shared/domain/submission'
import { Text } from '@tarojs/components'
import { PickPhotos } from '@/features/file/PickPhotos'
import { usePhotos } from '@/features/file/use-photos'
import { OfferForm } from '@/features/offer/OfferForm'
import { OfferList } from '@/features/offer/OfferList'
import { type OwnOffer, useOffers } from '@/features/offer/use-offers'
import { usePullRefresh, useTitle } from '@/platform/page'
import { Page } from '@/ui/Page'
import { Failed, Skeleton } from '@/ui/States'
import { LetKnow, useKnown } from '../_parts/LetKnow'

type ComposeProps = { asked: OwnOffer | null; version: string; onSent: (arrived: boolean) => void }

function Compose({ asked, version, onSent }: ComposeProps) {
  const { i18n } = useLingui()
  const photos = usePhotos({ of: 'submission', most: OFFER_PHOTOS_MAX, before: asked?.photos ?? [] })
  return (
    <OfferForm who="reader" asked={asked} version={version} photos={photos} onSent={onSent}>
      <PickPhotos photos={photos} hint={i18n._('最多 {n} 张，总部看得到。别拍到孩子', { n: OFFER_PHOTOS_MAX })} />
    </OfferForm>
  )
}

export default function OfferPage() {
  const { i18n } = useLingui()
  const of = useKnown()
  const asked = useOffers('reader', of.known)
  useTitle(i18n._('投稿'))
  usePullRefresh(asked.refetch)
  return (
    <Page title={i18n._('投稿')}>
      <Text className="offer-lead">
        {i18n._('您用得好的小窍门，拍一张、写几句，说给别的顾客听。投不投都照样为您服务')}
      </Text>
      <LetKnow of={of} asked={asked}>
        {asked.data ? (
          <OfferList who="reader" data={asked.data} compose={({ key, ...props }) => <Compose key={key} {...props} />} />
        ) : asked.error ? (
          <Failed error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton />
        )}
      </LetKnow>
    </Page>
  )
}
