// The article itself, as customers see it, with its heat: warmer where more was read, each section's figures beside it.
import { useLingui } from '@lingui/react'
import { wordSpan } from '@shared/domain/day'
import { splitParagraphs } from '@shared/domain/draft'
import { useMemo } from 'react'
import type { DraftForm, ShownPost } from '@/features/post/draft-form'
import { warmthOf } from '@/features/post/heat'
import type { Heat, HeatSection } from '@/features/post/use-heat'
import { ArticleHead, ArticleSection, type ShownArticle } from '@/features/reading/Article'
import { currentLang } from '@/platform/lang'
import { phoneScale } from './phone-scale'

function Figures({ figures }: { figures: HeatSection }) {
  const { i18n } = useLingui()
  const { readings, ms, expectedMs } = figures
  const lang = currentLang()
  const expected = i18n._('读完约 {span}', { span: wordSpan(expectedMs, lang) })
  if (readings === 'few')
    return (
      <>
        <p className="heat-times">{i18n._('少于 3 次')}</p>
        <p className="desk-note">{i18n._('太少，不显示时间')}</p>
      </>
    )
  if (readings === 0)
    return (
      <>
        <p className="heat-times">{i18n._('没有人读到')}</p>
        <p className="desk-note">{expected}</p>
      </>
    )
  return (
    <>
      <p className="heat-times">{i18n._('{n} 次', { n: readings })}</p>
      <p className="desk-note">{i18n._('平均 {span}', { span: wordSpan(ms / readings, lang) })}</p>
      <p className="desk-note">{expected}</p>
    </>
  )
}

/** The article as customers get it, for `Article`'s parts; no one in particular sends it. */
const articleOf = ({ form, post }: Pick<Props, 'form' | 'post'>): ShownArticle => {
  const imageOf = (imageId: string | null) => post.images.find((image) => image.imageId === imageId) ?? null
  return {
    postId: post.postId,
    version: post.version,
    title: form.title,
    cover: imageOf(form.coverId),
    sections: form.sections.map(({ id, heading, body, imageId }) => ({
      id,
      heading,
      paragraphs: splitParagraphs(body),
      image: imageOf(imageId),
    })),
    publishedAt: post.publishedAt ?? 0,
    isAd: form.isAd,
  }
}

type Props = { heat: Heat; form: DraftForm; post: ShownPost }

export function HeatArticle({ heat, form, post }: Props) {
  const { i18n } = useLingui()
  const zoom = useMemo(phoneScale, [])
  const article = articleOf({ form, post })
  const figuresOf = new Map(heat.sections.map((figures) => [figures.sectionId, figures]))
  return (
    <div className="heat-article">
      <div className="heat-head">
        <div className="heat-real" style={{ zoom }}>
          <ArticleHead article={article} sender={null} level={3} />
        </div>
      </div>
      <ol aria-label={i18n._('每一节读得怎样')}>
        {article.sections.map((section) => {
          const figures = figuresOf.get(section.id)
          if (!figures) return null // added since the figures were asked for
          return (
            <li className="heat-row" key={section.id}>
              <div className="heat-figures">
                <Figures figures={figures} />
              </div>
              <div className="heat-words" data-heat={warmthOf(figures, heat.counted.readings) ?? 'few'}>
                <div className="heat-real" style={{ zoom }}>
                  <ArticleSection section={section} level={4} />
                </div>
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
