// For whom is a playbook, in one line: which reps, what they are to her, what she comes for.
import { useLingui } from '@lingui/react'
import type { Playbook } from '@shared/domain/playbook'
import { wordRelation, wordValue } from '@/features/file/sheet-words'
import { wordKind } from '@/features/playbook/words'

type Whom = Pick<Playbook, 'kinds' | 'relation' | 'value'>

export const useForWhom = (): ((whom: Whom) => string) => {
  const { i18n } = useLingui()
  return ({ kinds, relation, value }) => {
    const parts = [
      ...kinds.map((kind) => wordKind(kind, i18n)),
      ...(relation ? [i18n._('做她的{what}', { what: wordRelation(relation, i18n) })] : []),
      ...(value ? [i18n._('她图{what}', { what: wordValue(value, i18n) })] : []),
    ]
    return parts.length > 0 ? parts.join(' · ') : i18n._('都合适')
  }
}
