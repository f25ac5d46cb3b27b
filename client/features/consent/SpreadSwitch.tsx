// May the adviser know what her passing-on brings? Off until she turns it on; beside it stands who gets what.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { MemberId } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/platform/call'
import { describe } from '@/ui/a11y'
import { TagsSwitch } from './TagsSwitch'
import './SpreadSwitch.scss'

type Told = { repName: string; storeName: string; company: string; brand: string; franchise: boolean }
type Props = { repId: string; told: Told; on: boolean; onDone?: (on: boolean) => void }

/** Who gets what, by name: told before she turns it on, and while it is on. */
export const wordSpread = (i18n: I18n, { repName, storeName, company, brand, franchise }: Told): string =>
  franchise
    ? i18n._(
        '从打开起，{brand}记下是您转发的，提供给{company}（{storeName}），您的顾问{repName}看得到您转发后带来了多少阅读；对方也同意时，还看得到谁转给了谁。没有奖励，不影响价格和服务。关掉马上不再显示',
        { repName, storeName, company, brand },
      )
    : i18n._(
        '从打开起，您的顾问{repName}（{storeName}，{company}）看得到您转发后带来了多少阅读；对方也同意时，还看得到谁转给了谁。没有奖励，不影响价格和服务。关掉马上不再显示',
        { repName, storeName, company },
      )

const useSpread = (repId: string, onDone?: (on: boolean) => void) => {
  const client = useQueryClient()
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const flip = async (on: boolean): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    try {
      const { spreadOn } = await call('reader', 'privacy.spread', { repId: repId as MemberId, on })
      onDone?.(spreadOn)
      setState('still')
    } catch {
      setState('failed')
    }
    void client.invalidateQueries({ queryKey: ['reader'] })
  }
  return { state, flip: (on: boolean) => void flip(on) }
}

export function SpreadSwitch({ repId, told, on, onDone }: Props) {
  const { i18n } = useLingui()
  const { state, flip } = useSpread(repId, onDone)
  return (
    <View>
      <TagsSwitch
        id={`spread-${repId}`}
        label={i18n._('我转发后带来的阅读，也告诉顾问')}
        on={on}
        busy={state === 'busy'}
        onChange={flip}
      />
      <View className="spread-note">{wordSpread(i18n, told)}</View>
      {state === 'failed' && (
        <View className="spread-failed" {...describe('alert')}>
          {i18n._('没有改成，网络恢复后再试')}
        </View>
      )}
    </View>
  )
}
