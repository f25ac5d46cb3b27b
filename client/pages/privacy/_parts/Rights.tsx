// At the end of her page: where to complain about what is kept of her.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Complain } from '@/features/consent/Complain'
import { tappable } from '@/ui/tap'

export function Rights({ store }: { store: { storeName: string; company: string } | null }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <View className="privacy-rights">
      <View className="privacy-complain" {...tappable(i18n._('投诉'), () => setOpen(true))}>
        <Text>{i18n._('投诉')}</Text>
      </View>
      <Complain open={open} onClose={() => setOpen(false)} about={{ store, postId: null }} />
    </View>
  )
}
