// Which orders does a table of the till hold? Rows as texts become deals of whole 分, or say what is wrong with them.
import { type Day, dayAfter } from './day'
import { DEAL_MAX_FEN, type DealItem, PRODUCT_NAME_MAX, productKey, QTY_MAX } from './deal'
import type { MemberId } from './ids'
import type { Product } from './product'

export const ORDER_PORTION = 200 // rows a request
export const ORDER_ROWS_MAX = 10_000 // rows a file
export const ORDER_FIELDS = ['orderNo', 'code', 'day', 'product', 'qty', 'amount'] as const
export type OrderField = (typeof ORDER_FIELDS)[number]

export const ORDER_FAULTS = [
  'no-order', // no order number, or one that is not letters and digits
  'no-rep', // nobody of that 工号 sells here
  'bad-day', // no day, or one to come
  'no-product',
  'bad-qty',
  'bad-amount',
  'two-sellers', // rows of one order name different people or days
  'changed', // the order is there already, with other money
] as const
export type OrderFault = (typeof ORDER_FAULTS)[number]

export type OrderRow = Record<OrderField, string> & { line: number }
export type RowFault = { line: number; fault: OrderFault; found: string }
export type TillOrder = { orderNo: string; repId: MemberId; day: Day; items: DealItem[]; lines: number[] }

const NAMES: Record<OrderField, readonly string[]> = {
  orderNo: ['订单号', '单号', '小票号', 'orderno', 'order'],
  code: ['工号', '导购工号', 'code', 'rep'],
  day: ['日期', '成交日期', '下单日期', 'day', 'date'],
  product: ['商品', '商品名', '产品', 'product'],
  qty: ['数量', '件数', 'qty', 'quantity'],
  amount: ['金额', '实付', '实付金额', 'amount'],
}

/** Which column of the table is which; -1: none is. Only 数量 may be missing: one piece. */
export const orderColumns = (head: readonly string[]): Record<OrderField, number> => {
  const keys = head.map(productKey)
  const at = (field: OrderField) => keys.findIndex((key) => NAMES[field].includes(key))
  return Object.fromEntries(ORDER_FIELDS.map((field) => [field, at(field)])) as Record<OrderField, number>
}

/** Rows below the head, empty ones left out; line as the spreadsheet counts. */
export const orderRows = (table: readonly (readonly string[])[]): OrderRow[] => {
  const columns = orderColumns(table[0] ?? [])
  return table.slice(1).flatMap((cells, n) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const texts = ORDER_FIELDS.map((field) => [field, (cells[columns[field]] ?? '').trim()])
    return [{ ...(Object.fromEntries(texts) as Record<OrderField, string>), line: n + 2 }]
  })
}

const FEN_IN_YUAN = 100
/** '1,299.5' or '￥1299.50' in whole 分; null: it is no such amount. */
export const fenOfText = (text: string): number | null => {
  const plain = text.normalize('NFKC').replace(/[¥￥,\s元]/g, '')
  const found = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(plain)
  if (!found) return null
  const fen = Number(found[1]) * FEN_IN_YUAN + Number((found[2] ?? '').padEnd(2, '0'))
  return fen <= DEAL_MAX_FEN ? fen : null
}

const dayOfText = (text: string, today: Day): Day | null => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text.normalize('NFKC'))
  if (!found) return null
  const [, year = '', month = '', date = ''] = found
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const isReal = !Number.isNaN(Date.parse(day)) && dayAfter(day, 0) === day
  return isReal && day <= today && day >= '2020-01-01' ? day : null
}

export type OrderFacts = {
  today: Day
  repOf: (code: string) => MemberId | null
  products: readonly Product[]
}

const ORDER_NO = /^[0-9A-Za-z_-]{1,36}$/
type Line = { row: OrderRow; repId: MemberId; day: Day; item: DealItem }

const readRow = (row: OrderRow, { today, repOf, products }: OrderFacts): Line | RowFault => {
  const no = (fault: OrderFault, found: string): RowFault => ({ line: row.line, fault, found })
  if (!ORDER_NO.test(row.orderNo)) return no('no-order', row.orderNo)
  const repId = repOf(row.code)
  if (repId === null) return no('no-rep', row.code)
  const day = dayOfText(row.day, today)
  if (day === null) return no('bad-day', row.day)
  if (row.product === '' || row.product.length > PRODUCT_NAME_MAX) return no('no-product', row.product)
  const qty = row.qty === '' ? 1 : Number(row.qty)
  if (!Number.isInteger(qty) || qty < 1 || qty > QTY_MAX) return no('bad-qty', row.qty)
  const amountFen = fenOfText(row.amount)
  if (amountFen === null) return no('bad-amount', row.amount)
  const known = products.find(({ name }) => productKey(name) === productKey(row.product))
  const item = { productId: known?._id ?? null, product: known?.name ?? row.product, qty, amountFen }
  const costFen = typeof known?.costFen === 'number' ? known.costFen * qty : null
  return { row, repId, day, item: { ...item, costFen, theirs: known?.theirs ?? false } }
}

/** Rows of one order number are one order; one whose rows are not all right is not there at all. */
export const readOrders = (
  rows: readonly OrderRow[],
  facts: OrderFacts,
): { orders: TillOrder[]; faults: RowFault[] } => {
  const faults: RowFault[] = []
  const orders = new Map<string, TillOrder>()
  const spoilt = new Set<string>()
  for (const row of rows) {
    const read = readRow(row, facts)
    if ('fault' in read) {
      faults.push(read)
      spoilt.add(row.orderNo)
      continue
    }
    const { repId, day, item } = read
    const order = orders.get(row.orderNo)
    if (order && (order.repId !== repId || order.day !== day)) {
      faults.push({ line: row.line, fault: 'two-sellers', found: row.orderNo })
      spoilt.add(row.orderNo)
    } else if (order)
      orders.set(row.orderNo, { ...order, items: [...order.items, item], lines: [...order.lines, row.line] })
    else orders.set(row.orderNo, { orderNo: row.orderNo, repId, day, items: [item], lines: [row.line] })
  }
  return { orders: [...orders.values()].filter(({ orderNo }) => !spoilt.has(orderNo)), faults }
}

/** Requests of at most ORDER_PORTION rows; rows of one order stay together, wherever they stand in the file. */
export const orderPortions = (rows: readonly OrderRow[]): OrderRow[][] => {
  const orders = new Map<string, OrderRow[]>()
  for (const row of rows) orders.set(row.orderNo, [...(orders.get(row.orderNo) ?? []), row])
  const portions: OrderRow[][] = []
  for (const own of orders.values()) {
    const last = portions.at(-1)
    if (last && last.length + own.length <= ORDER_PORTION) last.push(...own)
    else portions.push([...own])
  }
  return portions
}
