// Hundreds of moves at once through the real functions, with requests that fail and answers that are lost: is every sum right?
import type { PartnerId, ReferralId } from '../../shared/domain/ids'
import { recount, SIDES, type Transfer } from '../../shared/domain/ledger'
import { verifyBook } from '../../shared/domain/ledger-verify'
import { approver, editor, lin, otherEditor, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
const PARTNERS = 5
const DEALS = 20
/** Hundreds of requests one after the other, on a machine that may be busy. */
const RUN_MS = 400_000
let world: World
beforeAll(async () => {
  world = await startWorld()
  const at = Date.now() - 20 * DAY_MS
  await world.add(
    'partners',
    Array.from({ length: PARTNERS }, (_, n) => ({
      ...{ _id: `partner-${n}`, repId: 'rep-lin', storeId: 'store-east', contactId: `contact-${n}`, state: 'active' },
      ...{ personId: `person-${n}`, code: `CDEFG${n + 2}`, payName: `名${n}`, termsVersion: '2026-12-p1' },
      ...{ invitedAt: 1, answeredAt: 1, leftAt: null, rev: 0 },
    })),
  )
  await world.add(
    'deals',
    Array.from({ length: DEALS }, (_, n) => ({
      ...{ _id: `deal-${n}`, repId: 'rep-lin', storeId: 'store-east', teamId: null, contactId: null, kind: 'first' },
      items: [
        { productId: null, product: '精华', qty: 1, amountFen: 50_000 + n * 1_111, costFen: null, theirs: false },
      ],
      ...{ at, day: '2026-11-02', writtenAt: at, source: 'import', orderNo: null, noteIds: [], talkDay: null },
      ...{ partnerId: null, verifiedAt: at, verifiedBy: 'editor-1', refundedAt: null, droppedAt: null },
    })),
  )
})
afterAll(() => world.stop())
afterEach(() => {
  world.emulator.faults = undefined
})

let seed = 7
const dice = () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}
/** One in so many requests to these collections fails before it is done, or after, its answer lost. */
const trouble = (oneIn: number) => {
  world.emulator.faults = ({ action, collection }) => {
    const isOurs = action.startsWith('database.') && ['entries', 'referrals', 'payouts'].includes(collection ?? '')
    if (!isOurs || dice() * oneIn > 1) return 'none'
    return dice() < 0.5 ? 'refuse' : 'lose'
  }
}
const calm = () => {
  world.emulator.faults = undefined
}
const claim = (deal: number, partner: number) =>
  world.call('rep', 'partner.claim', { dealId: `deal-${deal}`, code: `CDEFG${partner + 2}` }, lin)
const tick = () => world.emulator.fireTimer('jobs')
const all = async <T>(works: readonly (() => Promise<T>)[], atOnce = 10): Promise<T[]> => {
  const done: T[] = []
  for (let from = 0; from < works.length; from += atOnce)
    done.push(...(await Promise.all(works.slice(from, from + atOnce).map((work) => work()))))
  return done
}
const later = async () => {
  await world.database
    .collection('referrals')
    .where({ lookAt: world.database.command.gt(0) })
    .update({ lookAt: 1 })
  for (const { _id, at } of await world.docs('entries'))
    await world.database
      .collection('entries')
      .doc(_id)
      .update({ at: Number(at) - 8 * DAY_MS })
}
const payEach = async (payoutId: string) => {
  await Promise.all([1, 2].map(() => world.call('hq', 'payout.make', { payoutId }, editor)))
  await world.call('hq', 'payout.approve', { payoutId }, approver)
  await Promise.all([editor, otherEditor].map((as) => world.call('hq', 'payout.pay', { payoutId }, as)))
}

/** Everything booked, by partner. */
const chains = async (): Promise<Map<PartnerId, Transfer[]>> => {
  const byPartner = new Map<PartnerId, Transfer[]>()
  for (const one of (await world.docs('entries')) as unknown as Transfer[])
    byPartner.set(one.partnerId, [...(byPartner.get(one.partnerId) ?? []), one])
  for (const some of byPartner.values()) some.sort((a, b) => a.n - b.n)
  return byPartner
}

test(
  'every sum is a recount, every entry has its deal, nothing is paid twice',
  async () => {
    trouble(25)
    // each deal is claimed several times at once, by more than one partner
    const claims = Array.from({ length: DEALS * 4 }, (_, n) => () => claim(n >> 2, (n + (n >> 2)) % PARTNERS))
    await all(claims)
    calm()
    await all(Array.from({ length: DEALS }, (_, n) => () => claim(n, n % PARTNERS)))
    await later()
    trouble(25)
    await Promise.all([tick(), tick(), tick()])
    await Promise.all(['payout-a', 'payout-b'].map(payEach))
    for (let n = 0; n < DEALS; n += 5)
      await world.database.collection('deals').doc(`deal-${n}`).update({ refundedAt: Date.now() })
    calm()
    await later()
    await Promise.all([tick(), tick()])
    await Promise.all(['payout-a', 'payout-b', 'payout-c'].map(payEach))
    await tick()

    const referrals = new Map((await world.docs('referrals')).map((one) => [one._id, one]))
    expect(referrals.size).toBe(DEALS)
    let [paid, transfers] = [0, 0]
    for (const [partnerId, some] of await chains()) {
      const known = (id: ReferralId) => (referrals.get(id)?.partnerId as PartnerId | undefined) ?? null
      const { book, faults } = verifyBook(partnerId, some, known)
      expect(faults).toEqual([])
      expect(book.balances).toEqual(recount(partnerId, some).balances)
      for (const side of SIDES) expect(Number.isSafeInteger(book.balances[side])).toBe(true)
      paid += book.balances.paid
      transfers += some.length
      // what each referral shows is what the book says
      for (const [key, { state }] of book.items) {
        const shown = String(referrals.get(key)?.state)
        expect([key, shown]).toEqual([key, state === 'pending' ? 'verified' : state === 'held' ? 'payable' : state])
      }
    }
    expect(transfers).toBeGreaterThan(DEALS)
    expect(paid).toBeGreaterThan(0)
    const pays = (await world.docs('entries')).filter(({ kind }) => kind === 'pay').map(({ transferId }) => transferId)
    expect(new Set(pays).size).toBe(pays.length)
    expect(await world.ask('hq', 'ledger.verify', {}, approver)).toMatchObject({
      partners: PARTNERS,
      transfers,
      faults: [],
    })
  },
  RUN_MS,
)
