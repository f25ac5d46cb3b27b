// 投稿: a photo and words of hers for HQ to publish; what became of each, and what HQ said.
import '../words'
import { useLingui } from '@lingui/react'
import { OFFER_PHOTOS_MAX } from '@shared/domain/submission'
import { Text, View } from '@tarojs/components'
import { PickPhotos } from '@/features/file/PickPhotos'
import { usePhotos } from '@/features/file/use-photos'
import { Answered } from '@/features/member/Answered'
import { OfferForm } from '@/features/offer/OfferForm'
import { OfferList } from '@/features/offer/OfferList'
import { type OwnOffer, useOffers } from '@/features/offer/use-offers'
import { goBack, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'

type ComposeProps = { asked: OwnOffer | null; version: string; onSent: (arrived: boolean) => void }

function Compose({ asked, version, onSent }: ComposeProps) {
  const { i18n } = useLingui()
  const photos = usePhotos({ of: 'submission', most: OFFER_PHOTOS_MAX, before: asked?.photos ?? [] })
  return (
    <OfferForm who="rep" asked={asked} version={version} photos={photos} onSent={onSent}>
      <PickPhotos photos={photos} hint={i18n._('最多 {n} 张，总部看得到。别拍到孩子', { n: OFFER_PHOTOS_MAX })} />
    </OfferForm>
  )
}

export default function OffersPage() {
  const { i18n } = useLingui()
  const offers = useOffers('rep')
  useTitle(i18n._('投稿'))
  usePullRefresh(offers.refetch)
  return (
    <Page>
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="offer-title" {...heading(1)}>
        {i18n._('投稿')}
      </View>
      <Text className="offer-lead">{i18n._('店里的好做法，投给总部编成内容。用上了会署名，不算业绩，也不排名')}</Text>
      <Answered asked={offers} next="/pkgs/rep/offers/index">
        {(data) => (
          <OfferList who="rep" data={data} compose={({ key, ...props }) => <Compose key={key} {...props} />} />
        )}
      </Answered>
    </Page>
  )
}
