// Words that this post does not use: each can be let in again.
import { useLingui } from '@lingui/react'
import { VETOES_MAX } from '@shared/domain/limits'
import { addVeto } from '@/features/post/varied'
import type { PostDesk } from './use-post-desk'

export const useVetoes = ({ draft, form, editable }: PostDesk) => ({
  vetoes: form.vetoes,
  mayAdd: editable && form.vetoes.length < VETOES_MAX,
  add: (word: string) => draft.change(({ vetoes }) => ({ vetoes: addVeto(vetoes, word) })),
  remove: (word: string) => draft.change(({ vetoes }) => ({ vetoes: vetoes.filter((other) => other !== word) })),
})

export function Vetoes({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { vetoes, remove } = useVetoes(desk)
  if (vetoes.length === 0) return null
  return (
    <section className="desk-vetoes" aria-label={i18n._('这篇不用的词')}>
      <span className="desk-note">{i18n._('这篇不用：')}</span>
      {vetoes.map((word) =>
        desk.editable ? (
          <button
            key={word}
            type="button"
            className="desk-veto"
            aria-label={i18n._('恢复“{word}”', { word })}
            onClick={() => remove(word)}
          >
            {word}
            <span aria-hidden="true">✕</span>
          </button>
        ) : (
          <span key={word} className="desk-veto">
            {word}
          </span>
        ),
      )}
    </section>
  )
}
