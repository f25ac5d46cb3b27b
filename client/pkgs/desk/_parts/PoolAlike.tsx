// The pairs most alike, side by side, with what differs marked.
import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import { markDifferences, type Stretch } from '@/features/post/differences'
import type { Pool } from '@/features/post/use-pool'
import { percent } from '@/features/post/word-advert'
import { wordTone } from '@/features/post/words'
import { Part } from './Field'

type Pair = Pool['alike'][number]

function Marked({ stretches, side }: { stretches: Stretch[]; side: 'a' | 'b' }) {
  return (
    <p className="pool-words alike-text">
      {stretches.map((stretch, place) => {
        const text = stretch[side]
        if (text === '') return null
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of two fixed texts never move
        return stretch.same ? <span key={place}>{text}</span> : <mark key={place}>{text}</mark>
      })}
    </p>
  )
}

function AlikePair({ pair }: { pair: Pair }) {
  const { i18n } = useLingui()
  const stretches = useMemo(() => markDifferences(pair.a.text, pair.b.text), [pair])
  return (
    <li className="pool-pair">
      <p className="pool-number">{i18n._('{n}% 不同', { n: percent(pair.apart) })}</p>
      <div className="desk-pair">
        {(['a', 'b'] as const).map((side) => (
          <div className="pool-text" key={side}>
            <p className="pool-text-head">
              <span className="desk-chip desk-chip-draft">{wordTone(i18n, pair[side].tone)}</span>
            </p>
            <Marked stretches={stretches} side={side} />
          </div>
        ))}
      </div>
    </li>
  )
}

export function PoolAlike({ pairs }: { pairs: Pair[] }) {
  const { i18n } = useLingui()
  return (
    <Part title={i18n._('最像的 {n} 对', { n: pairs.length })}>
      <p className="desk-note">{i18n._('不同的地方标出来了。嫌太像，就在文案里再加几处可选词')}</p>
      <ol className="pool-pairs">
        {pairs.map((pair) => (
          <AlikePair key={`${pair.a.text}/${pair.b.text}`} pair={pair} />
        ))}
      </ol>
    </Part>
  )
}
