// How far is one partner of hers: has she answered, what came through her, what is due?
import { useLingui } from '@lingui/react'
import { yuan } from '@shared/domain/ledger-fen'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { InvitationLink } from './InvitationLink'
import { Referrals } from './Referrals'
import { type ShownPartner, usePartnerActs } from './use-partners'
import { wordPartner, wordTaken } from './words'

/** The page answers with useShareCard; `data-share` names the invitation. */
function Send({ partnerId }: { partnerId: string }) {
  const { i18n } = useLingui()
  if (process.env.TARO_ENV === 'h5') return <InvitationLink partnerId={partnerId} />
  return (
    <NativeButton
      className="button button-plain"
      hoverClass="button-pressed"
      openType="share"
      data-share={`partner:${partnerId}`}
    >
      {i18n._('把邀请发给她')}
    </NativeButton>
  )
}

export function PartnerCard({ partner }: { partner: ShownPartner }) {
  const { i18n } = useLingui()
  const { uninvite } = usePartnerActs()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState('')
  const { partnerId, who, state, code, sales, due, taken } = partner
  const takeBack = () => uninvite(partnerId).catch((failure: unknown) => setError(errorText(failure)))
  return (
    <Card className="partners-card">
      <View className="partners-row">
        <Text className="partners-who">{who || i18n._('看不到的客户')}</Text>
        <Text className="partners-note">{wordPartner(partner, i18n)}</Text>
      </View>
      {code !== '' && (
        <Text>
          {i18n._('代码 {code}，一年内核实 {n} 笔，应付 {payable}，已付 {paid}', {
            ...{ code, n: sales, payable: yuan(due.payable + due.held), paid: yuan(due.paid) },
          })}
        </Text>
      )}
      {state === 'invited' && (
        <View className="partners-acts">
          <Send partnerId={partnerId} />
          <Button kind="quiet" about={who} onTap={() => void takeBack()}>
            {i18n._('收回邀请')}
          </Button>
        </View>
      )}
      {taken && (
        <View className="partners-taken">
          <Text className="partners-note">{wordTaken(taken, i18n)}</Text>
          <Button kind="quiet" small about={who} onTap={() => void takeBack()}>
            {i18n._('不是她，结束合伙')}
          </Button>
        </View>
      )}
      {code !== '' && (
        <Button kind="quiet" small about={who} onTap={() => setOpen(!open)}>
          {open ? i18n._('收起') : i18n._('看每一笔')}
        </Button>
      )}
      {open && <Referrals partnerId={partnerId} />}
      {error !== '' && (
        <Text className="partners-error" {...describe('alert')}>
          {error}
        </Text>
      )}
    </Card>
  )
}
