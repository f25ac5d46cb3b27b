// What does the phone ask about her spread: the picture in parts, ways to one person, and how to reach her?
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { joinParts, type SpreadPart } from './to-graph'

export type Paths = Output<'rep', 'spread.paths'>
export type Influence = Output<'rep', 'spread.influence'>

/** A phone holds as much; what is left out are the lightest. */
const PARTS_MOST = 12

const seeAll = async () => {
  const parts: SpreadPart[] = [await call('rep', 'spread.see', { part: 0 })]
  const first = parts[0]
  for (let part = 1; first && part < Math.min(first.parts, PARTS_MOST); part += 1) {
    const next = await call('rep', 'spread.see', { part })
    // worked out anew meanwhile: places no longer fit
    if (next.asOf !== first.asOf || next.from !== parts.reduce((n, { nodes }) => n + nodes.length, 0)) break
    parts.push(next)
  }
  return joinParts(parts)
}

export const useSpread = () => useQuery({ queryKey: ['rep', 'spread.see'], queryFn: seeAll })

export const usePaths = (contactId: string) =>
  useQuery({ queryKey: ['rep', 'spread.paths', contactId], queryFn: () => call('rep', 'spread.paths', { contactId }) })

export const useInfluence = (contactId: string) =>
  useQuery({
    queryKey: ['rep', 'spread.influence', contactId],
    queryFn: () => call('rep', 'spread.influence', { contactId }),
  })
