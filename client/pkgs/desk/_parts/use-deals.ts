// Deals as the desk asks for them: sheets, books, products, and what changes them.
import type { Input, Output } from '@shared/contracts'
import { type OrderRow, orderPortions, type RowFault } from '@shared/domain/deal-import'
import type { WorkSpan } from '@shared/domain/work'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type Profit = Output<'hq', 'profit.see'>
export type Worth = Output<'hq', 'deal.see'>
export type Books = Output<'hq', 'deal.list'>
export type DeskProduct = Output<'hq', 'product.list'>['products'][number]
export type NewCost = Input<'hq', 'cost.save'>
export type Brought = { made: number; proved: number; same: number; faults: RowFault[] }

const DEALS = ['hq', 'deals'] as const
const kept = { placeholderData: keepPreviousData } as const

export const useProfit = (span: WorkSpan) =>
  useQuery({ queryKey: [...DEALS, 'profit', span], queryFn: () => call('hq', 'profit.see', { span }), ...kept })

export const useWorth = (span: WorkSpan) =>
  useQuery({ queryKey: [...DEALS, 'worth', span], queryFn: () => call('hq', 'deal.see', { span }), ...kept })

export const useBooks = (span: WorkSpan, open: boolean) =>
  useQuery({
    queryKey: [...DEALS, 'books', span, open],
    queryFn: () => call('hq', 'deal.list', { span, open }),
    ...kept,
  })

export const useProducts = () =>
  useQuery({ queryKey: [...DEALS, 'products'], queryFn: () => call('hq', 'product.list', {}) })

/** Portion by portion; told: rows done. What was brought in before a failure stays, and is the same when sent again. */
const bring = async (rows: readonly OrderRow[], dry: boolean, told: (rows: number) => void): Promise<Brought> => {
  const all: Brought = { made: 0, proved: 0, same: 0, faults: [] }
  let done = 0
  for (const portion of orderPortions(rows)) {
    const { made, proved, same, faults } = await call('hq', 'deal.import', { dry, rows: portion })
    all.made += made
    all.proved += proved
    all.same += same
    all.faults.push(...faults)
    done += portion.length
    told(done)
  }
  all.faults.sort((a, b) => a.line - b.line)
  return all
}

export const useDealActs = () => {
  const client = useQueryClient()
  const anew = <T>(answer: T): T => {
    void client.invalidateQueries({ queryKey: DEALS })
    return answer
  }
  return {
    saveCost: (cost: NewCost) => call('hq', 'cost.save', cost).then(anew),
    dropCost: (costId: NewCost['costId']) => call('hq', 'cost.drop', { costId }).then(anew),
    saveProduct: (product: Input<'hq', 'product.save'>) => call('hq', 'product.save', product).then(anew),
    verify: (dealId: string) => call('hq', 'deal.verify', { dealId } as Input<'hq', 'deal.verify'>).then(anew),
    bring: (rows: readonly OrderRow[], dry: boolean, told: (rows: number) => void) => bring(rows, dry, told).then(anew),
  }
}
