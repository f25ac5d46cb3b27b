import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'

export default function Placeholder() {
  return (
    <Page>
      <Empty title="…" />
    </Page>
  )
}
