// To which families does a text belong, and when is one family better than another?
import {
  codeOf,
  compareFamilies,
  designEffect,
  FAMILY_KINDS,
  familyOf,
  layoutOf,
  openingOf,
} from '../../shared/domain/family'
import type { MemberId } from '../../shared/domain/ids'

describe('families', () => {
  const texts = (family: { tone: 'warm' | 'lively' }, n: number, opened: number, deep: number) =>
    Array.from({ length: n }, (_, i) => ({
      ...{ repId: `${family.tone}${i}` as MemberId, code: codeOf({ text: '你好。', tone: family.tone }) },
      ...{ posted: true, opened, deep },
    }))

  test.each([
    ['早。走走。', 'block'],
    ['早。\n走走。', 'lines'],
    ['早。\n\n走走。', 'airy'],
    ['看这里\n· 一\n· 二', 'bullets'],
  ])('%j is set as %s', (text, layout) => expect(layoutOf(text)).toBe(layout))

  test.each([
    ['✨今天走走。', 'emoji'],
    ['周末去哪儿？公园。', 'question'],
    ['去公园。好吗？', 'plain'],
  ])('%j opens as %s', (text, opening) => expect(openingOf(text)).toBe(opening))

  test('a code says all four families', () => {
    const code = codeOf({ text: '✨看\n\n这里', dealt: '别的', tone: 'expert' })
    expect(FAMILY_KINDS.map((kind) => familyOf(code, kind))).toEqual(['expert', 'airy', 'emoji', 'own'])
    expect(familyOf(0, 'tone')).toBeNull()
  })

  test('too few readings, or texts of too few reps, are no comparison', () => {
    expect(
      compareFamilies([...texts({ tone: 'warm' }, 20, 10, 6), ...texts({ tone: 'lively' }, 4, 100, 10)], 'tone'),
    ).toMatchObject({
      verdict: 'too-few',
      families: [
        { family: 'warm', enough: true },
        { family: 'lively', enough: false, rate: { value: null } },
      ],
    })
  })

  test('a clear difference is one, a small one is not', () => {
    const clear = [...texts({ tone: 'warm' }, 20, 20, 12), ...texts({ tone: 'lively' }, 20, 20, 4)]
    expect(compareFamilies(clear, 'tone')).toMatchObject({ verdict: 'better', best: 'warm' })
    const alike = [...texts({ tone: 'warm' }, 20, 20, 10), ...texts({ tone: 'lively' }, 20, 20, 9)]
    expect(compareFamilies(alike, 'tone')).toMatchObject({ verdict: 'same', best: null })
  })

  test('one rep with many readers widens the interval: she is one, not many', () => {
    const even = texts({ tone: 'warm' }, 10, 20, 10)
    const lopsided = even.map((one, i) => ({ ...one, deep: i < 5 ? 20 : 0 }))
    expect(designEffect(even)).toBe(1)
    expect(designEffect(lopsided)).toBeGreaterThan(10)
  })
})
