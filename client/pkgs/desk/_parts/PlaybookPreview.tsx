// How the first step sounds: a line as it would be dealt, in each of the three voices, with facts as a rep may have them.
import { useLingui } from '@lingui/react'
import { lineOf, PLAY_FACTS } from '@shared/domain/play'
import { TONES } from '@shared/domain/variant/tone'
import { Button } from 'antd'
import { useState } from 'react'
import { type PlayForm, SAMPLE_FACTS, toWords } from '@/features/playbook/play-form'
import { wordFact } from '@/features/playbook/words'
import { wordTone } from '@/features/post/words'

export function PlaybookPreview({ form }: { form: PlayForm }) {
  const { i18n } = useLingui()
  const [nth, setNth] = useState(0)
  const words = toWords(form)
  return (
    <aside className="play-preview" aria-label={i18n._('样稿')}>
      <div className="desk-field-head">
        <h2 className="desk-part-title">{i18n._('三种语气怎么开口')}</h2>
        <Button size="small" onClick={() => setNth(nth + 1)}>
          {i18n._('换一句')}
        </Button>
      </div>
      {TONES.map((tone) => {
        const line = lineOf(words, SAMPLE_FACTS, `${nth}`, tone)
        return (
          <div key={tone} className="play-said" data-tone={tone}>
            <span className="desk-note">{wordTone(i18n, tone)}</span>
            <p className={line === null ? 'desk-note' : 'play-bubble'}>{line ?? i18n._('这种语气还没有能说的话')}</p>
          </div>
        )
      })}
      <p className="desk-note">
        {i18n._('样稿里假设：')}
        {PLAY_FACTS.map((fact) => `${wordFact(fact, i18n)} ${SAMPLE_FACTS[fact] ?? ''}`).join(' · ')}
      </p>
    </aside>
  )
}
