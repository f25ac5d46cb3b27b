// The article: its title, its cover, and sections that can be added, moved and taken out.
import { PlusOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { moveItem } from '@shared/domain/draft'
import { ARTICLE_MAX, SECTIONS_MAX } from '@shared/domain/limits'
import { Button, Input } from 'antd'
import { emptySection, type SectionForm } from '@/features/post/draft-form'
import { mintId } from '@/platform/mint'
import { EndPollField } from './EndPollField'
import { Field, Part } from './Field'
import { Findings } from './Findings'
import { OnePicture } from './OnePicture'
import { SectionCard } from './SectionCard'
import type { PostDesk } from './use-post-desk'

const useSections = ({ draft }: PostDesk) => {
  const set = (work: (sections: SectionForm[]) => SectionForm[]) =>
    draft.change((form) => ({ sections: work(form.sections) }))
  return {
    add: () => set((sections) => [...sections, emptySection(mintId())]),
    edit: (id: string, patch: Partial<SectionForm>) =>
      set((sections) => sections.map((section) => (section.id === id ? { ...section, ...patch } : section))),
    move: (from: number, to: number) => set((sections) => moveItem(sections, from, to)),
    remove: (id: string) => set((sections) => sections.filter((section) => section.id !== id)),
  }
}

export function ArticlePart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const sections = useSections(desk)
  const { form, refusal, length } = desk
  const tooLong =
    length > ARTICLE_MAX ? i18n._('长文写了 {n} 字，最多 {max} 字', { n: length, max: ARTICLE_MAX }) : null
  return (
    <Part title={i18n._('长文')}>
      <Field
        id="article-title"
        label={i18n._('长文标题')}
        aside={i18n._('全文 {n} 字', { n: length })}
        error={refusal?.field === 'title' || refusal?.field === 'article' ? refusal.message : tooLong}
      >
        <Input
          id="article-title"
          aria-describedby="article-title-say"
          maxLength={60}
          status={refusal?.field === 'title' ? 'error' : undefined}
          value={form.title}
          onChange={(event) => desk.draft.change({ title: event.target.value })}
        />
      </Field>
      <OnePicture
        id="article-cover"
        label={i18n._('封面')}
        desk={desk}
        imageId={form.coverId}
        onPick={(coverId) => desk.draft.change({ coverId })}
      />
      <ol className="desk-sections">
        {form.sections.map((section, place) => (
          <SectionCard
            key={section.id}
            desk={desk}
            section={section}
            place={place}
            last={form.sections.length - 1}
            onEdit={(patch) => sections.edit(section.id, patch)}
            onMove={(to) => sections.move(place, to)}
            onRemove={() => sections.remove(section.id)}
          />
        ))}
      </ol>
      {desk.editable && form.sections.length < SECTIONS_MAX && (
        <Button icon={<PlusOutlined />} onClick={sections.add}>
          {i18n._('加一节')}
        </Button>
      )}
      <EndPollField desk={desk} />
      <Findings desk={desk} findings={desk.found.article} label={i18n._('长文用词')} withPlace />
    </Part>
  )
}
