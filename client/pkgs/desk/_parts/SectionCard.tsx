// One section of the article: heading, paragraphs as one text, a picture, its place.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { FORMS } from '@shared/domain/reader'
import { Button, Input, Popconfirm, Select } from 'antd'
import type { SectionForm } from '@/features/post/draft-form'
import { wordForm } from '@/features/post/words'
import { Field } from './Field'
import { OnePicture } from './OnePicture'
import type { PostDesk } from './use-post-desk'

type Props = {
  desk: PostDesk
  section: SectionForm
  place: number
  last: number
  onEdit: (patch: Partial<SectionForm>) => void
  onMove: (to: number) => void
  onRemove: () => void
}

function Acts({ section, place, last, onMove, onRemove }: Omit<Props, 'desk' | 'onEdit'>) {
  const { i18n } = useLingui()
  const n = place + 1
  const written = section.heading.trim() !== '' || section.body.trim() !== ''
  const remove = (
    <Button
      size="small"
      type="text"
      icon={<DeleteOutlined />}
      aria-label={i18n._('删掉第 {n} 节', { n })}
      onClick={written ? undefined : onRemove}
    />
  )
  return (
    <span className="desk-row">
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={i18n._('第 {n} 节往上移', { n })}
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={i18n._('第 {n} 节往下移', { n })}
        disabled={place === last}
        onClick={() => onMove(place + 1)}
      />
      {written ? (
        <Popconfirm
          title={i18n._('删掉第 {n} 节', { n })}
          description={i18n._('写的字会一起删掉')}
          okText={i18n._('删掉')}
          cancelText={i18n._('留着')}
          onConfirm={onRemove}
        >
          {remove}
        </Popconfirm>
      ) : (
        remove
      )}
    </span>
  )
}

const UNSAID = ''

/** Which way of writing a section is: what readers stay with is told apart by it. */
function FormChoice({ section, n, onEdit }: Pick<Props, 'section' | 'onEdit'> & { n: number }) {
  const { i18n } = useLingui()
  const id = `section-form-${n}`
  const options = [
    ...FORMS.map((form) => ({ value: form as string, label: wordForm(i18n, form) })),
    { value: UNSAID, label: i18n._('不标') },
  ]
  return (
    <Field id={id} label={i18n._('第 {n} 节写法', { n })} hint={i18n._('标了才看得出客户爱看哪种写法')}>
      <Select
        id={id}
        className="desk-form-choice"
        value={section.form ?? UNSAID}
        options={options}
        onChange={(value) => onEdit({ form: FORMS.find((form) => form === value) ?? null })}
      />
    </Field>
  )
}

export function SectionCard(props: Props) {
  const { desk, section, place, onEdit } = props
  const { i18n } = useLingui()
  const n = place + 1
  return (
    <li className="desk-section">
      <div className="desk-section-head">
        <h3>{i18n._('第 {n} 节', { n })}</h3>
        {desk.editable && <Acts {...props} />}
      </div>
      <Field id={`section-heading-${n}`} label={i18n._('第 {n} 节标题', { n })}>
        <Input
          id={`section-heading-${n}`}
          maxLength={60}
          value={section.heading}
          onChange={(event) => onEdit({ heading: event.target.value })}
        />
      </Field>
      <Field id={`section-body-${n}`} label={i18n._('第 {n} 节正文', { n })} hint={i18n._('空一行是新的一段')}>
        <Input.TextArea
          id={`section-body-${n}`}
          autoSize={{ minRows: 4, maxRows: 20 }}
          value={section.body}
          onChange={(event) => onEdit({ body: event.target.value })}
        />
      </Field>
      <FormChoice section={section} n={n} onEdit={onEdit} />
      <OnePicture
        id={`section-image-${n}`}
        label={i18n._('第 {n} 节配图', { n })}
        desk={desk}
        imageId={section.imageId}
        onPick={(imageId) => onEdit({ imageId })}
      />
    </li>
  )
}
