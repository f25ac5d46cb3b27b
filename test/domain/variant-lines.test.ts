// Are the hand-written lines fit to stand beside any post? The lint a new line must pass.
import { asksForContact } from '../../shared/domain/variant/extras'
import { CLOSERS, OPENERS } from '../../shared/domain/variant/lines.data'
import { TONES } from '../../shared/domain/variant/tone'

/**
 * How many lines of a pool must be this short, in characters with the end mark. A text may grow by a tenth: a post of
 * 60 characters has room for 4 at either end, one of 130 for 7.
 */
const SHORT_LINES = [
  { length: 4, least: 14 },
  { length: 7, least: 30 },
] as const

/** Absolute words of the Advertising Law, claims, intensifiers, promises, inducements, and pronouns that may clash. */
const BANNED =
  /最|第一|唯一|首选|顶级|极致|国家级|绝对|独家|必|保证|承诺|一定|超|特别|非常|很|太|巨|爆|神器|好物|划算|便宜|优惠|福利|免费|限时|抢|秒|转发|集赞|点赞|扩散|你|您|[0-9]|[!?~]/

const pools = TONES.flatMap((tone) => [
  { name: `${tone} openers`, lines: OPENERS[tone] as readonly string[], ends: /[～。：！？]$/ },
  { name: `${tone} closers`, lines: CLOSERS[tone] as readonly string[], ends: /[～。！]$/ },
])

describe.each(pools)('$name', ({ lines, ends }) => {
  test('are at least 60, all different', () => {
    expect(lines.length).toBeGreaterThanOrEqual(60)
    expect(new Set(lines).size).toBe(lines.length)
  })
  test('hold no banned word', () => {
    expect(lines.filter((line) => BANNED.test(line))).toEqual([])
  })
  test('are short and finished sentences', () => {
    expect(lines.filter((line) => line.length > 16 || !ends.test(line))).toEqual([])
  })
  test.each(SHORT_LINES)('include $least that fit where there is room for $length characters', ({ length, least }) => {
    expect(lines.filter((line) => line.length <= length).length).toBeGreaterThanOrEqual(least)
  })
})

test('the expert voice neither waves nor shouts', () => {
  expect([...OPENERS.expert, ...CLOSERS.expert].filter((line) => /[～！]/.test(line))).toEqual([])
})

test.each([...TONES])('%s has closers for posts that already ask people to get in touch', (tone) => {
  expect(CLOSERS[tone].filter((line) => !asksForContact(line)).length).toBeGreaterThanOrEqual(30)
})

test.each([...TONES])('%s never ends a text with the very line that began it', (tone) => {
  const bare = (line: string) => line.slice(0, -1)
  const openers = new Set(OPENERS[tone].map(bare))
  expect(CLOSERS[tone].map(bare).filter((line) => openers.has(line))).toEqual([])
})
