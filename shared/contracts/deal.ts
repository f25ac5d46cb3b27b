// What was bought, and what it is worth: entered by a rep in passing, imported from the till, summed for HQ. Money in 分.
import * as z from 'zod'
import { MODELS } from '../domain/attribution'
import { DEAL_ITEMS_MAX, DEAL_KINDS, DEAL_MAX_FEN, PRODUCT_NAME_MAX, QTY_MAX } from '../domain/deal'
import { ORDER_FAULTS, ORDER_PORTION } from '../domain/deal-import'
import { CYCLE_DAYS, PRODUCT_USES } from '../domain/product'
import { COST_KINDS, COST_MINUTES_MAX } from '../domain/profit'
import { WORK_SPANS } from '../domain/work'
import { action } from './action'
import { agoMs, contactId, costId, cursor, day, dealId, noteId, nothing, productId, teamId } from './parts'

const fen = z.int().min(0).max(DEAL_MAX_FEN)
/** May be below nothing: what is left, or lost. */
const signedFen = z.int()
const productName = z.string().trim().min(1).max(PRODUCT_NAME_MAX)
const kind = z.enum(DEAL_KINDS)
const span = z.enum(WORK_SPANS)
const cycleDays = z.int().min(CYCLE_DAYS.min).max(CYCLE_DAYS.max).nullable()

const shownProduct = z.strictObject({
  productId: z.string(),
  name: z.string(),
  use: z.enum(PRODUCT_USES),
  theirs: z.boolean(), // somebody else's
  priceFen: fen,
  cycleDays: z.int().nullable(),
})
export type ShownProduct = z.output<typeof shownProduct>

const shownItem = z.strictObject({
  product: z.string(),
  qty: z.int(),
  amountFen: z.int(),
  theirs: z.boolean(),
})

export const shownDeal = z.strictObject({
  dealId: z.string(),
  contactId: z.string().nullable(),
  who: z.string().nullable(), // as the rep calls her
  kind,
  items: z.array(shownItem),
  amountFen: z.int(),
  at: z.number(),
  writtenAt: z.number(),
  source: z.enum(['rep', 'import']),
  verified: z.boolean(),
  refunded: z.boolean(),
})
export type ShownDeal = z.output<typeof shownDeal>

/** from: own (her median, from three purchases on) · both (one gap of hers and the product's) · product. */
const bought = z.strictObject({
  product: z.string(),
  times: z.int(),
  lastAt: z.number(),
  cycleDays: z.int().nullable(),
  from: z.enum(['own', 'both', 'product']).nullable(),
  dueDay: z.string().nullable(),
})

/** What is needed before a deal is entered: what there is to sell, and what she bought before. */
export const prepareDeal = action(
  'rep',
  z.strictObject({ contactId: contactId.nullable() }),
  z.strictObject({
    products: z.array(shownProduct),
    who: z.string().nullable(),
    before: z.array(bought), // the latest first
    deals: z.array(shownDeal), // hers with this rep, or the rep's own where nobody is named
  }),
)

/**
 * Something was bought. The same dealId is the same deal. It is written into her notes as a purchase, so that talks know
 * when it runs out; noteId: a purchase that stands there already and is this one. amountFen: of the whole line. cycleDays:
 * as the rep says, else by her rhythm and the product's.
 */
export const recordDeal = action(
  'rep',
  z.strictObject({
    dealId: dealId.refine((id) => id.length <= 36, { error: 'too-long' }),
    contactId: contactId.nullable(),
    kind,
    items: z
      .array(
        z.strictObject({
          productId: productId.nullable(),
          product: productName,
          qty: z.int().min(1).max(QTY_MAX),
          amountFen: fen,
          theirs: z.boolean(),
          cycleDays,
        }),
      )
      .min(1)
      .max(DEAL_ITEMS_MAX),
    agoMs,
    noteId: noteId.nullable(),
    talkDay: day.nullable(),
  }),
  z.strictObject({ deal: shownDeal }),
)

/** A slip: it never was, nor what was written into her notes for it. */
export const undoDeal = action('rep', z.strictObject({ dealId }), z.strictObject({ dropped: z.boolean() }))

/** She gave it back: it counts no longer, and nothing comes due for it. */
export const refundDeal = action('rep', z.strictObject({ dealId }), z.strictObject({ deal: shownDeal }))

export const listDeals = action(
  'rep',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ deals: z.array(shownDeal), next: z.string().nullable() }),
)

const byModel = z.record(z.enum(MODELS), z.int())

/** What came before this deal, of what she agreed to. Together the parts of each way are the amount, to the 分. */
export const creditDeal = action(
  'rep',
  z.strictObject({ dealId }),
  z.strictObject({
    amountFen: z.int(),
    windowDays: z.int(),
    noneFen: z.int(), // the amount, where nothing is known to have come before
    credits: z.array(
      z.strictObject({
        of: z.enum(['reading', 'talk', 'share']),
        title: z.string().nullable(),
        at: z.number(),
        fen: byModel,
      }),
    ),
  }),
)

// At HQ.

const hqProduct = z.strictObject({
  productId,
  name: productName,
  use: z.enum(PRODUCT_USES),
  theirs: z.boolean(),
  priceFen: fen,
  costFen: fen.nullable(),
  cycleDays,
  on: z.boolean(),
  rev: z.int().min(0),
})
export type HqProduct = z.output<typeof hqProduct>

export const listProducts = action('editor', nothing, z.strictObject({ products: z.array(hqProduct) }))
/** rev: as it was seen; 0 for a new one. */
export const saveProduct = action('editor', hqProduct, z.strictObject({ product: hqProduct }))

/**
 * Orders as the till has them; several rows of one order number are one deal. dry: nothing is saved. An order that a rep
 * has entered herself (same day, same money) proves that deal and is not counted again; the same order twice is the same.
 */
export const importDeals = action(
  'approver',
  z.strictObject({
    dry: z.boolean(),
    rows: z
      .array(
        z.strictObject({
          line: z.int().min(1).max(100_000),
          orderNo: z.string().max(60),
          code: z.string().max(60), // 工号 of who sold it
          day: z.string().max(40),
          product: z.string().max(80),
          qty: z.string().max(20),
          amount: z.string().max(30), // 元, as written
        }),
      )
      .min(1)
      .max(ORDER_PORTION),
  }),
  z.strictObject({
    made: z.int(),
    proved: z.int(), // of reps' own deals
    same: z.int(), // were there already
    faults: z.array(z.strictObject({ line: z.int(), fault: z.enum(ORDER_FAULTS), found: z.string() })),
  }),
)

const hqDeal = z.strictObject({
  dealId: z.string(),
  rep: z.string(),
  store: z.string(),
  kind: kind.nullable(), // null: of an order of the till, to whom is not known
  items: z.array(shownItem),
  amountFen: z.int(),
  day: z.string(),
  source: z.enum(['rep', 'import']),
  orderNo: z.string().nullable(),
  verifiedAt: z.number().nullable(),
  refunded: z.boolean(),
})
export type HqDeal = z.output<typeof hqDeal>

/** The books: what was sold by whom. Never to whom. */
export const listHqDeals = action(
  'desk',
  z.strictObject({ span, open: z.boolean() }), // open: only what nobody has verified
  z.strictObject({ deals: z.array(hqDeal), more: z.int() }),
)

/** Somebody at HQ has seen that it was paid. */
export const verifyDeal = action('desk', z.strictObject({ dealId }), z.strictObject({ deal: hqDeal }))

const cost = {
  costId,
  teamId,
  day,
  kind: z.enum(COST_KINDS),
  amountFen: fen,
  minutes: z.int().min(0).max(COST_MINUTES_MAX),
  /** ads: what those who sold them say came of it. */
  sold: z.strictObject({ deals: z.int().min(0).max(1_000_000), amountFen: fen }).nullable(),
  words: z.string().trim().max(60),
}
const shownCost = z.strictObject({ ...cost, team: z.string() })
export type ShownCost = z.output<typeof shownCost>

export const saveCost = action('desk', z.strictObject(cost), z.strictObject({ cost: shownCost }))
export const dropCost = action('desk', z.strictObject({ costId }), z.strictObject({ dropped: z.boolean() }))

const sheet = {
  deals: z.int(),
  pieces: z.int(),
  amountFen: z.int(),
  incomeFen: signedFen,
  goodsFen: z.int(),
  spentFen: z.strictObject({ content: z.int(), ads: z.int(), goods: z.int(), other: z.int() }),
  profitFen: signedFen,
  minutes: z.int(),
  perHourFen: signedFen.nullable(),
  unknownCost: z.int(),
}
const cameBy = z.strictObject({
  deals: z.int(),
  amountFen: z.int(),
  spentFen: z.int(),
  perDealFen: z.int().nullable(),
})
const shownCount = z.union([z.int().min(0), z.literal('few')])

/** Team by team (阿米巴); '' is what belongs to none. voice: openings and deep readings of the same span, 声量 beside 销量. */
export const seeProfit = action(
  'desk',
  z.strictObject({ span }),
  z.strictObject({
    from: z.string(),
    to: z.string(),
    asOf: z.number(),
    scope: z.union([z.literal('firm'), z.array(z.string())]),
    whole: z.strictObject(sheet),
    teams: z.array(z.strictObject({ teamId: z.string(), name: z.string(), store: z.string(), ...sheet })),
    costs: z.array(shownCost), // the latest; all of them are in the sums
    costsMore: z.int().min(0),
    ads: cameBy,
    own: cameBy,
    voice: z.strictObject({ opened: shownCount, deep: shownCount }),
    offered: z.array(z.strictObject({ teamId: z.string(), name: z.string() })), // for which costs may be written down
  }),
)

const unit = z.strictObject({
  customers: z.int(),
  costFen: z.int(),
  firstFen: z.int(),
  laterFen: z.int(),
  outFen: z.int(),
  goodsFen: z.int(),
  openFen: z.int(),
  leftFen: signedFen,
  times: z.number().nullable(),
})

/**
 * What deals came to, and what came before them. What rests on fewer than five customers is left out: 'few', or null. It
 * says what came together, not what caused what.
 */
export const seeDeals = action(
  'desk',
  z.strictObject({ span }),
  z.strictObject({
    from: z.string(),
    to: z.string(),
    asOf: z.number(),
    scope: z.union([z.literal('firm'), z.array(z.string())]),
    kinds: z.array(z.strictObject({ kind, deals: shownCount, amountFen: z.int().nullable() })),
    credited: z.strictObject({
      amountFen: z.int(),
      noneFen: z.int(), // nothing is known to have come before
      waiting: z.int(), // deals not yet looked at
      windowDays: z.int(),
      ways: z.array(z.strictObject({ of: z.enum(['reading', 'talk', 'share']), fen: byModel })),
      posts: z.array(z.strictObject({ postId: z.string(), title: z.string(), deals: z.int(), fen: byModel })),
    }),
    again: z.strictObject({
      withinDays: z.int(),
      people: shownCount,
      again: shownCount,
      young: shownCount,
      rate: z.number().nullable(),
    }),
    products: z.array(
      z.strictObject({
        product: z.string(),
        theirs: z.boolean(),
        pieces: z.int(),
        amountFen: z.int(),
        statedDays: z.int().nullable(),
        medianDays: z.number().nullable(), // seen, of five customers or more
      }),
    ),
    unit: unit.nullable(),
    example: unit,
  }),
)
