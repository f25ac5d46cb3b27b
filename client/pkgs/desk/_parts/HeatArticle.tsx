// The article itself with its heat: warmer where more of it was read, the figures of each section beside it.
import { useLingui } from '@lingui/react'
import { wordSpan } from '@shared/domain/day'
import { splitParagraphs } from '@shared/domain/draft'
import type { SectionForm, ShownImage } from '@/features/post/draft-form'
import { warmthOf } from '@/features/post/heat'
import type { Heat, HeatSection } from '@/features/post/use-heat'
import { pangu } from '@/features/reading/pangu'
import { currentLang } from '@/platform/lang'

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

function Words({ section, image }: { section: SectionForm; image: ShownImage | null }) {
  return (
    <>
      {section.heading !== '' && <h2 className="heat-heading">{pangu(section.heading)}</h2>}
      {splitParagraphs(section.body).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a published version never move
        <p className="heat-paragraph" key={index}>
          {pangu(paragraph)}
        </p>
      ))}
      {image && (
        <img className="heat-image" src={image.url} alt={image.alt} width={image.width} height={image.height} />
      )}
    </>
  )
}

type Props = { heat: Heat; sections: SectionForm[]; images: ShownImage[] }

export function HeatArticle({ heat, sections, images }: Props) {
  const { i18n } = useLingui()
  const figuresOf = new Map(heat.sections.map((figures) => [figures.sectionId, figures]))
  return (
    <ol className="heat-article" aria-label={i18n._('每一节读得怎样')}>
      {sections.map((section) => {
        const figures = figuresOf.get(section.id)
        if (!figures) return null // added since the figures were asked for
        return (
          <li className="heat-row" key={section.id}>
            <div className="heat-figures">
              <Figures figures={figures} />
            </div>
            <div className="heat-words" data-heat={warmthOf(figures, heat.counted.readings) ?? 'few'}>
              <Words section={section} image={images.find(({ imageId }) => imageId === section.imageId) ?? null} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
