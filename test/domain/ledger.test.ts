// Is money counted whole, booked once, taken back as the terms say, and is every tampering found?
import fc from 'fast-check'
import type { PartnerId, PayoutId, ReferralId } from '../../shared/domain/ids'
import { grantOf, itemOf, recount, type Transfer } from '../../shared/domain/ledger'
import { fen, plus, sayYuan, shareOf } from '../../shared/domain/ledger-fen'
import { decideMove, type Move } from '../../shared/domain/ledger-moves'
import { verifyBook } from '../../shared/domain/ledger-verify'
import { TERMS, tierOf } from '../../shared/domain/partner-terms'
import { payoutRows } from '../../shared/domain/payout'

const me = 'partner-a' as PartnerId
const sale = (n: number) => `deal-${n}` as ReferralId
const batch = (n: number) => `payout-${n}` as PayoutId
const AT = Date.UTC(2026, 11, 1)

/** What came of these moves, one after the other. */
const books = (...moves: Move[]) => {
  const transfers: Transfer[] = []
  const refused: string[] = []
  for (const move of moves) {
    const decided = decideMove(recount(me, transfers), move, TERMS, AT)
    if (decided.ok) transfers.push(decided.transfer)
    else refused.push(decided.reason)
  }
  return { transfers, refused, book: recount(me, transfers) }
}
const earn = (n: number, amount: number, month = '2026-12'): Move => ({
  ...{ kind: 'earn', referralId: sale(n), fen: fen(amount), month },
})
const release = (n: number): Move => ({ kind: 'release', referralId: sale(n) })
const reverse = (n: number): Move => ({ kind: 'reverse', item: itemOf(sale(n)), by: 'rules', reason: 'refund' })
const hold = (n: number): Move => ({ kind: 'hold', payoutId: batch(n), by: 'editor' })
const pay = (n: number): Move => ({ kind: 'pay', payoutId: batch(n), by: 'editor' })
const back = (n: number): Move => ({ kind: 'return', payoutId: batch(n), by: 'editor' })
const paidOnce: Move[] = [earn(1, 30_000), release(1), hold(1), pay(1)]

describe('分', () => {
  test('a part of a 分 is no money', () => {
    for (const n of [0.1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => fen(n)).toThrow(RangeError)
  })

  test('any share of any sum is whole, never more than exact, and less than one 分 below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (sum, bp) => {
        const exact = (BigInt(sum) * BigInt(bp)) / 10_000n
        expect(BigInt(shareOf(fen(sum), bp))).toBe(exact)
      }),
    )
  })

  test('sums are the same in whichever order they are added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { maxLength: 50 }), (sums) => {
        const forth = plus(...sums.map(fen))
        expect(plus(...sums.map(fen).reverse())).toBe(forth)
        expect(BigInt(forth)).toBe(sums.reduce((all, one) => all + BigInt(one), 0n))
      }),
    )
  })

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-1205, '-12.05'],
    [123_456_789, '1234567.89'],
  ])('%i is said as %s 元', (n, said) => {
    expect(sayYuan(fen(n))).toBe(said)
  })
})

describe('booking', () => {
  test('from a sale to the payout each step moves the same sum, and the firm has spent it once', () => {
    const { book, refused } = books(...paidOnce)
    expect(refused).toEqual([])
    expect(book.balances).toEqual({ pending: 0, payable: 0, held: 0, paid: 30_000 })
    expect(book.commission).toBe(-30_000)
    expect(book.items.get(itemOf(sale(1)))).toMatchObject({ state: 'paid', payoutId: 'payout-1' })
  })

  test('the same step said again books nothing', () => {
    const { transfers, refused } = books(...paidOnce.flatMap((move) => [move, move]), pay(1), hold(1), earn(1, 30_000))
    expect(transfers).toHaveLength(4)
    expect(new Set(refused)).toEqual(new Set(['already-booked']))
  })

  test('one sale and one month bring at most what the terms say', () => {
    expect(books(earn(1, 80_000)).book.balances.pending).toBe(TERMS.perSaleMaxFen)
    const many = Array.from({ length: 11 }, (_, n) => earn(n, 50_000))
    const { book, refused } = books(...many, earn(12, 1, '2027-01'))
    expect(book.months.get('2026-12')).toBe(TERMS.perMonthMaxFen)
    expect(refused).toEqual(['cap-reached'])
    expect(book.balances.pending).toBe(TERMS.perMonthMaxFen + 1)
  })

  test('less than the least waits for the next payout', () => {
    expect(books(earn(1, 999), release(1), hold(1)).refused).toEqual(['below-minimum'])
    expect(books(earn(1, 999), release(1), earn(2, 1), release(2), hold(1)).book.balances.held).toBe(1_000)
  })

  test('what was sent back is held by the next one, whole', () => {
    const { book } = books(earn(1, 5_000), release(1), hold(1), back(1), hold(2), pay(2))
    expect(book.balances.paid).toBe(5_000)
    expect(book.payouts.get(batch(1))?.state).toBe('returned')
    expect(books(earn(1, 5_000), release(1), hold(1), back(1), pay(1)).refused).toEqual(['wrong-state'])
  })

  test('a sale given back: taken from where it lies, also from what waits', () => {
    expect(books(earn(1, 5_000), reverse(1)).book.balances.pending).toBe(0)
    expect(books(earn(1, 5_000), release(1), reverse(1)).book).toMatchObject({ commission: 0, borne: 0 })
  })

  test('given back after it was paid: set off against what comes, and no more than the terms allow', () => {
    const owing = books(...paidOnce, reverse(1), earn(2, 40_000), release(2), hold(2), pay(2))
    expect(owing.book.balances.paid).toBe(40_000) // 30,000 and then 10,000
    const three = [1, 2, 3].flatMap((n) => [earn(n, 50_000), release(n)])
    const deep = books(...three, hold(1), pay(1), reverse(1), reverse(2), reverse(3))
    expect(deep.book.balances.payable).toBe(-TERMS.debtMaxFen)
    expect(deep.book.borne).toBe(-100_000)
  })

  test('given back while it is on its way: no item is paid for twice, whether the payout goes on or back', () => {
    const held = [earn(1, 5_000), release(1), hold(1), reverse(1)]
    expect(books(...held, back(1)).book.balances).toEqual({ pending: 0, payable: 0, held: 0, paid: 0 })
    expect(books(...held, pay(1)).book.balances).toMatchObject({ payable: -5_000, paid: 5_000 })
  })

  test('who leaves is asked for nothing back', () => {
    const { book } = books(...paidOnce, reverse(1), { kind: 'forgive' })
    expect(book.balances.payable).toBe(0)
    expect(book.borne).toBe(-30_000)
    expect(books({ kind: 'forgive' }).refused).toEqual(['nothing-due'])
  })

  test('what leaves as forgiven does not come back with a payout that was sent back', () => {
    const held = [earn(1, 5_000), release(1), hold(1), reverse(1)]
    expect(books(...held, { kind: 'forgive' }, back(1)).book.balances.payable).toBe(0)
    const sold = [...paidOnce, earn(2, 50_000), release(2), hold(2), reverse(2), reverse(1)]
    expect(books(...sold, back(2)).book).toMatchObject({ balances: { payable: -30_000 }, borne: 0 })
  })

  test('HQ may grant what was missing, once and never above what a sale may bring', () => {
    const grant = (amount: number): Move => ({
      ...{ kind: 'grant', referralId: sale(1), fen: fen(amount), by: 'approver', reason: '算错了' },
    })
    expect(books(earn(1, 20_000), grant(30_000), grant(1)).refused).toEqual(['already-booked'])
    expect(books(earn(1, 20_000), grant(30_001)).refused).toEqual(['cap-reached'])
    const { book } = books(earn(1, 20_000), reverse(1), grant(50_000))
    expect(book.items.get(grantOf(sale(1)))?.state).toBe('payable')
  })
})

describe('whose ledger is whole', () => {
  const known = () => me
  const { transfers } = books(...paidOnce, earn(2, 7_000), release(2), reverse(1))
  const changed = (n: number, change: Partial<Transfer>) =>
    transfers.map((one) => (one.n === n ? { ...one, ...change } : one))
  const faults = (some: readonly Transfer[], who: () => PartnerId | null = known) =>
    verifyBook(me, some, who).faults.map(({ fault }) => fault)

  test('nothing is found where nothing is wrong', () => {
    expect(faults(transfers)).toEqual([])
  })

  const on = (n: number) => transfers.find((one) => one.n === n)?.lines ?? []
  test.each<[string, readonly Transfer[], string]>([
    ['one taken out', transfers.filter(({ n }) => n !== 3), 'gap'],
    ['one line changed', changed(1, { lines: on(1).slice(0, 1) }), 'unbalanced'],
    ['half a 分', changed(1, { lines: on(1).map((line) => ({ ...line, fen: (line.fen / 7) as never })) }), 'not-whole'],
    [
      'more for the same sale',
      changed(5, { lines: on(5).map((line) => ({ ...line, fen: fen(line.fen * 100) })) }),
      'not-by-the-terms',
    ],
    ['the first payout once more', [...transfers, { ...transfers[3], _id: `${me}.8`, n: 8 } as Transfer], 'twice'],
    ['under another name', changed(4, { transferId: 'pay.another' }), 'not-by-the-terms'],
  ])('%s is found', (_, some, fault) => {
    expect(faults(some)).toContain(fault)
  })

  test('what no referral of hers stands behind is found', () => {
    expect(faults(transfers, () => null)).toContain('untraceable')
    expect(faults(transfers, () => 'another' as PartnerId)).toContain('untraceable')
  })
})

describe('terms', () => {
  test.each([
    [0, 'starter', 'steady'],
    [4, 'starter', 'steady'],
    [5, 'steady', 'close'],
    [20, 'close', undefined],
  ])('%i verified sales: %s, and %s comes next', (sales, now, next) => {
    expect(tierOf(sales).now.tier).toBe(now)
    expect(tierOf(sales).next?.tier).toBe(next)
  })

  test('a payout’s table runs no formula and holds no fraction', () => {
    const items = [{ partnerId: me, code: 'ABC234', payName: '=HYPERLINK("x")', fen: fen(12_345), sales: 3 }]
    expect(payoutRows({ _id: batch(1), items })).toEqual([
      ['payout-1', 'partner-a', '\'=HYPERLINK("x")', '123.45', 3, 'ABC234'],
    ])
  })
})
