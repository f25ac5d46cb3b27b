// Did she post it? She says so herself, and can take it back.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type OpenedKit, writeMark } from '@/features/kit/use-kits'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import './PostedMark.scss'

export function PostedMark({ kit }: { kit: OpenedKit }) {
  const { i18n } = useLingui()
  const [error, setError] = useState('')
  const posted = kit.marks.postedAt !== null
  const write = (mark: 'posted' | 'unposted') => {
    setError('')
    writeMark(kit, { mark }).catch((failure: unknown) => setError(errorText(failure)))
  }
  return (
    <View className="posted">
      {posted ? (
        <View className="posted-row">
          <Chip tone="accent">{i18n._('已发布')}</Chip>
          <Button kind="quiet" small onTap={() => write('unposted')}>
            {i18n._('还没发，撤回')}
          </Button>
        </View>
      ) : (
        <Button kind="plain" onTap={() => write('posted')}>
          {i18n._('已发布')}
        </Button>
      )}
      {error !== '' && <Text className="posted-error">{error}</Text>}
    </View>
  )
}
