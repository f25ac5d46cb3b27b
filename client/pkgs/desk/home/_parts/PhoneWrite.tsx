// Writing a simple post on a phone: text, column, pictures, title and sections.
import { useLingui } from '@lingui/react'
import { IMAGES_MAX, POST_TEXT_MAX, SECTIONS_MAX } from '@shared/domain/limits'
import { checkWriting } from '@shared/domain/variant/writing'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { emptyForm, emptySection, formOf, type SectionForm, type ShownPost } from '@/features/post/draft-form'
import { type DraftDesk, useDraft } from '@/features/post/use-draft'
import { useFound } from '@/features/post/use-found'
import { usePost } from '@/features/post/use-posts'
import { wordVerdict } from '@/features/post/words'
import { replaceWord } from '@/features/post/words-found'
import { mintId } from '@/platform/mint'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'
import { PhoneFindings } from './PhoneFindings'
import { PhonePictures } from './PhonePictures'

type Props = { postId: string; isNew: boolean; onDone: () => void; onBack: () => void }

export function PhoneWrite(props: Props) {
  const { postId, isNew } = props
  const query = usePost(postId, isNew)
  const post = query.data ?? null
  if (isNew || post) return <Writing {...props} post={post} />
  return (
    <Page title="">
      {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton />}
    </Page>
  )
}

function Sections({ draft }: { draft: DraftDesk }) {
  const { i18n } = useLingui()
  const { sections } = draft.editing.form
  const set = (work: (all: SectionForm[]) => SectionForm[]) =>
    draft.change((form) => ({ sections: work(form.sections) }))
  const edit = (id: string, patch: Partial<SectionForm>) =>
    set((all) => all.map((section) => (section.id === id ? { ...section, ...patch } : section)))
  return (
    <>
      {sections.map((section, place) => (
        <View className="hq-stack" key={section.id}>
          <Field
            label={i18n._('第 {n} 节标题', { n: place + 1 })}
            value={section.heading}
            maxLength={60}
            onChange={(heading) => edit(section.id, { heading })}
          />
          <Field
            label={i18n._('第 {n} 节正文', { n: place + 1 })}
            hint={i18n._('空一行是新的一段')}
            value={section.body}
            maxLength={-1}
            lines={6}
            onChange={(body) => edit(section.id, { body })}
          />
        </View>
      ))}
      {sections.length < SECTIONS_MAX && (
        <Button kind="plain" onTap={() => set((all) => [...all, emptySection(mintId())])}>
          {i18n._('加一节')}
        </Button>
      )}
    </>
  )
}

/** What sells has to say so: the law asks for it, and the article shows it. */
function Advert({ isAd, onChange }: { isAd: boolean; onChange: (isAd: boolean) => void }) {
  const { i18n } = useLingui()
  const options = [
    { value: false, name: i18n._('只是分享'), id: 'post-no-ad' },
    { value: true, name: i18n._('这是广告'), id: 'post-ad' },
  ]
  return (
    <View className="hq-stack">
      <Choice options={options} chosen={isAd} onChange={onChange} />
      <Text className="hq-note">{i18n._('有价格、有怎么买，就是广告。长文上会标明“广告”')}</Text>
    </View>
  )
}

/** Someone stored this post first: theirs, or mine as another post. */
function Overtaken({ draft, onDone }: { draft: DraftDesk; onDone: () => void }) {
  const { i18n } = useLingui()
  const [wrong, setWrong] = useState('')
  const run = (act: () => Promise<unknown>) => void act().then(onDone, (error: unknown) => setWrong(errorText(error)))
  return (
    <Sheet
      open={draft.editing.phase === 'conflict'}
      title={i18n._('别人先存了这条内容')}
      closeLabel={i18n._('看对方的版本')}
      onClose={() => run(draft.takeTheirs)}
    >
      <View className="hq-stack">
        <Text>{i18n._('现在存着的是对方的版本，你的还没存进去。')}</Text>
        {wrong !== '' && <Text className="hq-wrong">{wrong}</Text>}
        <Button onTap={() => run(draft.takeTheirs)}>{i18n._('看对方的版本')}</Button>
        <Button kind="plain" onTap={() => run(draft.saveAside)}>
          {i18n._('保留我的另存')}
        </Button>
      </View>
    </Sheet>
  )
}

function Writing({ postId, post, onDone, onBack }: Props & { post: ShownPost | null }) {
  const { i18n } = useLingui()
  const [firstSection] = useState(mintId)
  const saved = useMemo(() => (post ? formOf(post.draft) : emptyForm(firstSection)), [post, firstSection])
  const draft = useDraft({ postId, saved, version: post?.version ?? 0, editable: true, images: post?.images ?? [] })
  const { form, phase, error } = draft.editing
  const verdict = useMemo(() => checkWriting(form), [form])
  const found = useFound(form)
  const save = () => void draft.save().then((stored) => stored && onDone())
  return (
    <Page
      title={i18n._('写内容')}
      aside={
        <Button small kind="quiet" onTap={onBack}>
          {i18n._('回到列表')}
        </Button>
      }
    >
      <View className="hq-part">
        <Field
          id="post-text"
          label={i18n._('朋友圈文案')}
          hint={`${form.text.length}/${POST_TEXT_MAX}`}
          error={wordVerdict(i18n, verdict, form.text) ?? ''}
          value={form.text}
          maxLength={POST_TEXT_MAX}
          lines={6}
          onChange={(text) => draft.change({ text })}
        />
        <PhonePictures draft={draft} room={IMAGES_MAX - form.imageIds.length} />
        <Field
          id="post-column"
          label={i18n._('栏目')}
          value={form.column}
          maxLength={20}
          onChange={(column) => draft.change({ column })}
        />
        <Advert isAd={form.isAd} onChange={(isAd) => draft.change({ isAd })} />
      </View>
      <View className="hq-part">
        <View className="hq-heading">{i18n._('长文')}</View>
        <Field
          id="article-title"
          label={i18n._('长文标题')}
          value={form.title}
          maxLength={60}
          onChange={(title) => draft.change({ title })}
        />
        <Sections draft={draft} />
      </View>
      <PhoneFindings
        findings={found.all}
        onTake={(finding, instead) => draft.change((now) => replaceWord(now, finding, instead))}
      />
      <View className="hq-stack">
        {phase === 'failed' && <Text className="hq-wrong">{i18n._('没存上：{why}', { why: errorText(error) })}</Text>}
        <Button id="post-save" busy={phase === 'saving'} onTap={save}>
          {i18n._('存草稿')}
        </Button>
        <Text className="hq-note">{i18n._('锁定词、门店和定时发布，在电脑上的总部页面里做')}</Text>
      </View>
      <Overtaken draft={draft} onDone={onDone} />
    </Page>
  )
}
