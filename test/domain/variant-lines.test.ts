// Are the hand-written lines fit to stand beside any post? The lint a new line must pass.
import { asksForContact } from '../../shared/domain/variant/extras'
import { CLOSERS, OPENERS } from '../../shared/domain/variant/lines.data'
import { TONES } from '../../shared/domain/variant/tone'

/** Lines this short suit posts with little room before they fold. */
const SHORT_LINE = 6

/** Absolute words of the Advertising Law, claims, intensifiers, promises, inducements, and pronouns that may clash. */
const BANNED =
  /最|第一|唯一|首选|顶级|极致|国家级|绝对|独家|必|保证|承诺|一定|超|特别|非常|很|太|巨|爆|神器|好物|划算|便宜|优惠|福利|免费|限时|抢|秒|转发|集赞|点赞|扩散|你|您|[0-9]|[!?~]/

const pools = TONES.flatMap((tone) => [
  { name: `${tone} openers`, lines: OPENERS[tone] as readonly string[], ends: /[～。：！？]$/ },
  { name: `${tone} closers`, lines: CLOSERS[tone] as readonly string[], ends: /[～。！]$/ },
])

describe.each(pools)('$name', ({ lines, ends }) => {
  test('are at least 24, all different', () => {
    expect(lines.length).toBeGreaterThanOrEqual(24)
    expect(new Set(lines).size).toBe(lines.length)
  })
  test('hold no banned word', () => {
    expect(lines.filter((line) => BANNED.test(line))).toEqual([])
  })
  test('are short and finished sentences', () => {
    expect(lines.filter((line) => line.length > 16 || !ends.test(line))).toEqual([])
  })
  test('include some that fit where there is little room', () => {
    expect(lines.filter((line) => line.length <= SHORT_LINE).length).toBeGreaterThanOrEqual(4)
  })
})

test('the expert voice neither waves nor shouts', () => {
  expect([...OPENERS.expert, ...CLOSERS.expert].filter((line) => /[～！]/.test(line))).toEqual([])
})

test.each([...TONES])('%s has closers for posts that already ask people to get in touch', (tone) => {
  expect(CLOSERS[tone].filter((line) => !asksForContact(line)).length).toBeGreaterThanOrEqual(12)
})
