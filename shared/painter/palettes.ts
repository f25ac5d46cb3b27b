// Which colours do posters wear? Text on every ground meets AA (4.5 : 1), kept so by a test.

export type PosterDesign = 'paper' | 'leaf' | 'night'
export type PosterPaint = Record<'ground' | 'ink' | 'note' | 'accent' | 'line' | 'water' | 'medal' | 'onMedal', string>

/** `water` lies under the ripple that stands in for a missing photo; `medal` under the initial of a rep without a picture. */
export const POSTER_PAINT: Record<PosterDesign, PosterPaint> = {
  paper: {
    ground: '#FFFFFF',
    ink: '#16211D',
    note: '#55655F',
    accent: '#0B7A5B',
    line: '#E3E9E6',
    water: '#F1F6F4',
    medal: '#E2F3EC',
    onMedal: '#0A6B50',
  },
  leaf: {
    ground: '#E2F3EC',
    ink: '#12362B',
    note: '#3F5E53',
    accent: '#0A6B50',
    line: '#BFDDD0',
    water: '#C3E2D5',
    medal: '#0B7A5B',
    onMedal: '#FFFFFF',
  },
  night: {
    ground: '#0F1513',
    ink: '#E8EFEC',
    note: '#A9B9B2',
    accent: '#3CC79D',
    line: '#2A3531',
    water: '#16211D',
    medal: '#12362B',
    onMedal: '#3CC79D',
  },
}
