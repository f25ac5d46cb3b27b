// Is there more of the list than is loaded? Then a button below it fetches the next page.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

export function DeskMore({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { of: Paged }) {
  const { i18n } = useLingui()
  if (!hasNextPage) return null
  return (
    <div className="desk-more">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {i18n._('更多')}
      </Button>
    </div>
  )
}
