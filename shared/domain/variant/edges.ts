// Where do words begin and end? Keeps a short wording from being found across two words: 推出|门店 holds no 出门.

/** Whether a word begins or ends at this offset. */
export type WordEdges = (at: number) => boolean

type Segment = { index: number; segment: string }
type Segmenter = { segment: (text: string) => Iterable<Segment> }

let segmenter: Segmenter | null | undefined

/** The platform's own dictionary of Chinese words (ICU); null where there is none, as in old phones. */
function chineseSegmenter(): Segmenter | null {
  if (segmenter === undefined) {
    const known = typeof Intl === 'object' && 'Segmenter' in Intl
    segmenter = known ? new Intl.Segmenter('zh', { granularity: 'word' }) : null
  }
  return segmenter
}

/** Without a segmenter no edge is known: short wordings are then left as they stand. */
export function wordEdges(text: string): WordEdges {
  const words = chineseSegmenter()
  if (words === null) return () => false
  const edges = new Set<number>([text.length])
  for (const { index } of words.segment(text)) edges.add(index)
  return (at) => edges.has(at)
}
