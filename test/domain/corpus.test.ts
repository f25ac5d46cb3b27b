// May the sample posts be trusted as a measure: is every listed fact really there, and are there enough of each trade?
import seen from '../data/posts-seen.json'
import unseen from '../data/posts-unseen.json'

interface Sample {
  readonly id: string
  readonly vertical: string
  readonly text: string
  readonly dictionary: readonly string[]
  readonly facts: readonly string[]
}
const SEEN: readonly Sample[] = seen
const UNSEEN: readonly Sample[] = unseen
const ALL = [...SEEN, ...UNSEEN]
const VERTICALS = ['maternity', 'education', 'beauty', 'fashion', 'food', 'living']
const OTHER = 'other'
/** Any digit, half or full width, and the marks that only number the lines of a list. */
const DIGIT = /[0-9０-９]/
const LIST_MARK = /[0-9]\u20e3/g

/** The facts that do not follow, without overlap, the one listed before them; a fact the text lacks is among them. */
const strayFacts = ({ text, facts }: Sample) => {
  let end = 0
  return facts.filter((fact) => {
    const at = text.indexOf(fact, end)
    if (at < 0) return true
    end = at + fact.length
    return false
  })
}

/** What is left of a post when its facts are taken out, in order. */
const proseOf = ({ text, facts }: Sample) => {
  let end = 0
  let prose = ''
  for (const fact of facts) {
    const at = text.indexOf(fact, end)
    prose += `${text.slice(end, at)}\n`
    end = at + fact.length
  }
  return prose + text.slice(end)
}
const shareWithin = (low: number, high: number) =>
  ALL.filter(({ text }) => text.length >= low && text.length <= high).length / ALL.length

describe('each sample post', () => {
  test.each(ALL.map((post) => [post.id, post] as const))(
    '%s holds its facts, in order, and its own words',
    (_, post) => {
      expect(strayFacts(post)).toEqual([])
      expect(post.dictionary.filter((word) => !post.text.includes(word))).toEqual([])
      expect(post.facts.every((fact) => fact.trim() === fact && fact !== '')).toBe(true)
      expect(post.facts.length).toBeGreaterThanOrEqual(8)
      expect(post.dictionary.length).toBeGreaterThan(0)
    },
  )

  test.each(ALL.map((post) => [post.id, post] as const))(
    '%s states no figure that is not listed as a fact',
    (_, post) => {
      expect(proseOf(post).replace(LIST_MARK, '')).not.toMatch(DIGIT)
    },
  )

  test.each(ALL.map((post) => [post.id, post] as const))(
    '%s is plain copy with everyday prose around the facts',
    (_, post) => {
      expect(post.text).not.toMatch(/[{}|]/)
      expect(proseOf(post).length / post.text.length).toBeGreaterThan(0.3)
      expect([...VERTICALS, OTHER]).toContain(post.vertical)
    },
  )
})

describe('the sample posts together', () => {
  test('no id and no text stands twice', () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length)
    expect(new Set(ALL.map(({ text }) => text)).size).toBe(ALL.length)
  })

  test('no opening stands twice, as one hand would write it', () => {
    expect(new Set(ALL.map(({ text }) => text.slice(0, 4))).size).toBe(ALL.length)
  })

  test('there are sixty or more, and two dozen or more that nobody tuned on', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(60)
    expect(UNSEEN.length).toBeGreaterThanOrEqual(24)
  })

  test.each(VERTICALS)('%s has ten or more, five of them unseen', (vertical) => {
    const of = (posts: readonly Sample[]) => posts.filter((post) => post.vertical === vertical).length
    expect(of(ALL)).toBeGreaterThanOrEqual(10)
    expect(of(UNSEEN)).toBeGreaterThanOrEqual(5)
  })

  test('trades beyond the six stand among the unseen only', () => {
    expect(UNSEEN.filter(({ vertical }) => vertical === OTHER).length).toBeGreaterThanOrEqual(6)
    expect(SEEN.filter(({ vertical }) => vertical === OTHER)).toEqual([])
  })

  test('lengths are those of real posts: most near 130 characters, a few short, a few long', () => {
    expect(shareWithin(110, 160)).toBeGreaterThan(0.7)
    expect(shareWithin(0, 100)).toBeGreaterThan(0.05)
    expect(shareWithin(165, 220)).toBeGreaterThan(0.05)
    expect(shareWithin(60, 220)).toBe(1)
  })

  test.each([
    ['a Windows line end', /\r\n/],
    ['a list over several lines', /\n.*\n.*\n/],
    ['full-width digits', /[０-９]/],
    ['traditional characters', /[個髮門號氣]/],
    ['a hashtag', /#\S+#?/],
    ['a link', /https?:\/\//],
    ['a mention', /@\S+/],
    ['a question', /？/],
  ])('%s is met at least once', (_, form) => {
    expect(ALL.some(({ text }) => form.test(text))).toBe(true)
  })
})
