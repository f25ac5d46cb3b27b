// A quiet link at the foot of a reader's page.
import { View } from '@tarojs/components'
import { describe } from '@/ui/a11y'

export function FootLink({ children, onTap }: { children: string; onTap: () => void }) {
  const byKey = (event: { key: string }): void => {
    if (event.key === 'Enter') onTap()
  }
  return (
    <View
      className="read-link"
      hoverClass="button-pressed"
      onClick={onTap}
      {...describe('link', children)}
      {...(process.env.TARO_ENV === 'h5' ? { tabIndex: 0, onKeyDown: byKey } : {})}
    >
      {children}
    </View>
  )
}
