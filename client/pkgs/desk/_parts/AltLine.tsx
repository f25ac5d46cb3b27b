// What a cover or a section's picture shows, in words: other words make it another picture.
import { useLingui } from '@lingui/react'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ShownImage } from '@/features/post/draft-form'
import { rewordImage } from '@/features/post/use-uploads'
import { errorText } from '@/ui/error-text'

type Props = {
  id: string
  label: string
  image: ShownImage
  editable: boolean
  onReworded: (image: ShownImage) => void
}

export function AltLine({ id, label, image, editable, onReworded }: Props) {
  const { i18n } = useLingui()
  const [alt, setAlt] = useState(image.alt)
  const [said, setSaid] = useState('')
  useEffect(() => setAlt(image.alt), [image.alt])
  const isMissing = alt.trim() === ''
  const store = async () => {
    if (alt.trim() === image.alt) return
    setSaid(i18n._('正在存说明'))
    try {
      onReworded(await rewordImage(image, { alt: alt.trim(), kind: image.kind }))
      setSaid('')
    } catch (error) {
      setSaid(i18n._('说明没存上：{why}', { why: errorText(error) }))
    }
  }
  return (
    <>
      <Input
        id={`${id}-alt`}
        aria-label={i18n._('{label}的说明', { label })}
        status={isMissing ? 'warning' : undefined}
        placeholder={i18n._('图里是什么')}
        maxLength={60}
        disabled={!editable}
        value={alt}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={() => void store()}
        onPressEnter={() => void store()}
      />
      {said !== '' && <p className="desk-note">{said}</p>}
    </>
  )
}
