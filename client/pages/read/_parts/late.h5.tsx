// In a browser what stands below the article is fetched after the article: the text does not wait for it.
import { type ComponentType, lazy, Suspense } from 'react'
import type { BelowProps } from './Below'

type Fetched = { default: ComponentType<BelowProps> }
const fetchBelow = (): Promise<Fetched> => import('./Below').then(({ Below }) => ({ default: Below }))

/** Without signal the article stands alone rather than not at all. */
const Fetched = lazy(() =>
  fetchBelow()
    .catch(fetchBelow)
    .catch((): Fetched => ({ default: () => null })),
)

export function Below(props: BelowProps) {
  return (
    <Suspense fallback={null}>
      <Fetched {...props} />
    </Suspense>
  )
}
