// Is a child to be made out on this picture, and where is the guardian's written consent kept?
import { useLingui } from '@lingui/react'
import { Checkbox, Input } from 'antd'
import { minorOf, putMinor } from '@/features/post/minors'
import type { PostDesk } from './use-post-desk'

/** name: how the picture is called, 第 1 张 */
type Props = { desk: PostDesk; imageId: string; name: string }

const PROOF_MAX = 60
export const minorFieldId = (imageId: string): string => `minor-${imageId}`

export function MinorField({ desk, imageId, name }: Props) {
  const { i18n } = useLingui()
  const { minors } = desk.form
  const minor = minorOf(minors, imageId)
  const put = (proof: string | null) => desk.draft.change((form) => ({ minors: putMinor(form.minors, imageId, proof) }))
  const missing = minor !== null && minor.proof.trim() === ''
  return (
    <div className="desk-minor">
      <Checkbox
        checked={minor !== null}
        aria-label={i18n._('{name}里看得出孩子', { name })}
        onChange={(event) => put(event.target.checked ? '' : null)}
      >
        {i18n._('看得出孩子')}
      </Checkbox>
      {minor && (
        <>
          <Input
            id={minorFieldId(imageId)}
            size="small"
            status={missing ? 'error' : ''}
            aria-label={i18n._('{name}的监护人书面同意存在哪里', { name })}
            aria-invalid={missing}
            placeholder={i18n._('书面同意存在哪里')}
            maxLength={PROOF_MAX}
            value={minor.proof}
            onChange={(event) => put(event.target.value)}
          />
          {missing && <p className="desk-wrong">{i18n._('写明监护人的书面同意存在哪里，才能发')}</p>}
        </>
      )}
    </div>
  )
}
