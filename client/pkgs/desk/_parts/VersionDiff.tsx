// Two drafts compared: what went is struck through, what came is underlined; places that did not change are left out.
import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import type { DraftForm, ShownImage } from '@/features/post/draft-form'
import { compareForms, type Difference, isNothing, type Piece, type SectionDifference } from './compare-forms'
import { wordList, wordSection, wordText } from './version-words'

/** A long stretch that stayed is shown by its ends. */
const CONTEXT = 24

const shorten = (text: string, isFirst: boolean, isLast: boolean): string => {
  const letters = Array.from(text)
  if (letters.length <= CONTEXT * 3) return text
  const head = isFirst ? '' : letters.slice(0, CONTEXT).join('')
  const tail = isLast ? '' : letters.slice(-CONTEXT).join('')
  return `${head} … ${tail}`
}

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="version-text">
      {pieces.map(({ kind, text }, at) => {
        const key = `${at}.${kind}`
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{shorten(text, at === 0, at === pieces.length - 1)}</span>
      })}
    </p>
  )
}

function SectionDiff({ section }: { section: SectionDifference }) {
  const { i18n } = useLingui()
  const { kind, heading, body, picture } = section
  return (
    <li className="version-part">
      <h4>{wordSection(i18n, section)}</h4>
      {kind !== 'moved' && <Pieces pieces={heading} />}
      {kind !== 'moved' && <Pieces pieces={body} />}
      {picture && kind === 'changed' && <p className="desk-note">{i18n._('配图换了')}</p>}
    </li>
  )
}

type Known = Record<string, ShownImage>

function ImageRow({ label, ids, known }: { label: string; ids: readonly string[]; known: Known }) {
  const { i18n } = useLingui()
  if (ids.length === 0) return null
  return (
    <div className="version-images">
      <span className="desk-note">{label}</span>
      {ids.map((id) => {
        const image = known[id]
        return image ? (
          <img key={id} src={image.thumbUrl} alt={image.alt || i18n._('没写说明的图')} />
        ) : (
          <span key={id} className="desk-note">
            {i18n._('图已不在')}
          </span>
        )
      })}
    </div>
  )
}

function Images({ images, known }: { images: Difference['images']; known: Known }) {
  const { i18n } = useLingui()
  const { added, removed, moved } = images
  if (added.length + removed.length === 0 && !moved) return null
  return (
    <li className="version-part">
      <h4>{i18n._('图片')}</h4>
      <ImageRow label={i18n._('加了 {n} 张', { n: added.length })} ids={added} known={known} />
      <ImageRow label={i18n._('拿掉 {n} 张', { n: removed.length })} ids={removed} known={known} />
      {moved && <p className="desk-note">{i18n._('顺序变了')}</p>}
    </li>
  )
}

function Lists({ lists }: { lists: Difference['lists'] }) {
  const { i18n } = useLingui()
  return lists.map(({ part, added, removed }) => (
    <li className="version-part" key={part}>
      <h4>{wordList(i18n, part)}</h4>
      <p className="version-text">
        {removed.map((word) => (
          <del key={`-${word}`}>{word}</del>
        ))}{' '}
        {added.map((word) => (
          <ins key={`+${word}`}>{word}</ins>
        ))}
      </p>
    </li>
  ))
}

/** Parts that are told by name only. */
function Others({ difference }: { difference: Difference }) {
  const { i18n } = useLingui()
  const { audience, plan, marks, ad, poll } = difference
  const told = [
    audience && i18n._('发给谁'),
    plan && i18n._('栏目和安排'),
    marks && i18n._('图上标记'),
    ad && i18n._('广告标'),
    poll && i18n._('文末的问题'),
  ].filter((word) => word !== false)
  if (told.length === 0) return null
  return <li className="version-part desk-note">{i18n._('还改了：{parts}', { parts: told.join(i18n._('、')) })}</li>
}

type Props = { before: DraftForm; after: DraftForm; known: Known }

export function VersionDiff({ before, after, known }: Props) {
  const { i18n } = useLingui()
  const difference = useMemo(() => compareForms(before, after), [before, after])
  if (isNothing(difference)) return <p className="desk-note">{i18n._('两边一样')}</p>
  return (
    <ul className="version-diff">
      {difference.texts.map(({ part, pieces }) => (
        <li className="version-part" key={part}>
          <h4>{wordText(i18n, part)}</h4>
          <Pieces pieces={pieces} />
        </li>
      ))}
      {difference.sections.map((section) => (
        <SectionDiff key={`${section.kind}.${section.id}`} section={section} />
      ))}
      <Images images={difference.images} known={known} />
      <Lists lists={difference.lists} />
      <Others difference={difference} />
    </ul>
  )
}
