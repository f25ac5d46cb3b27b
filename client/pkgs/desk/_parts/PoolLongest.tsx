// The longest text that anyone gets: how it stands in Moments, and how it is cut short with the rest in the first comment.
import { useLingui } from '@lingui/react'
import { measureFold } from '@shared/domain/fold'
import { shortForm } from '@shared/domain/variant/short-form'
import { useMemo } from 'react'
import type { PoolText } from '@/features/post/use-pool'
import { wordTone } from '@/features/post/words'
import { Part } from './Field'
import { FoldedText } from './MomentsPreview'
import { Lines } from './PoolSample'

export function PoolLongest({ longest, firstComment }: { longest: PoolText; firstComment: string }) {
  const { i18n } = useLingui()
  const { text, tone } = longest
  const { folds } = measureFold(text)
  const short = useMemo(() => shortForm(text), [text])
  const rest = short.ok ? [short.rest, firstComment].filter((part) => part.trim() !== '').join('\n') : ''
  return (
    <Part title={i18n._('最长的一份')}>
      <div className="desk-pair">
        <div className="pool-text" id="pool-longest">
          <p className="pool-text-head">
            <span className="desk-chip desk-chip-draft">{wordTone(i18n, tone)}</span>
            <Lines text={text} />
          </p>
          <FoldedText text={text} />
          {folds && <p className="pool-lines-over">{i18n._('粘贴超过约 6 行可能折叠')}</p>}
        </div>
        <div className="pool-text" id="pool-short">
          <p className="pool-text-head">
            <span className="desk-chip desk-chip-draft">{i18n._('短版')}</span>
            {short.ok && <Lines text={short.short} />}
          </p>
          {!short.ok && <p className="desk-note">{i18n._('第一句就超过 6 行，拆不出短版。把它断成两句')}</p>}
          {short.ok && short.rest === '' && <p className="desk-note">{i18n._('最长的也不超过 6 行，不用短版')}</p>}
          {short.ok && short.rest !== '' && (
            <>
              <p className="pool-words">{short.short}</p>
              <p className="moments-comment">
                <span className="desk-note">{i18n._('首条评论：')}</span>
                {rest}
              </p>
            </>
          )}
        </div>
      </div>
    </Part>
  )
}
