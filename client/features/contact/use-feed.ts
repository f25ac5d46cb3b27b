// The rep's feed: its pages, what came in since, and that she has seen it.
import type { Output } from '@shared/contracts'
import { isLive } from '@shared/domain/reading'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/platform/call'
import { useForeground } from '@/platform/lifecycle'
import { queries } from '@/platform/queries'

export type FeedPage = Output<'rep', 'feed.list'>
export type FeedLine = FeedPage['lines'][number]
type Watched = Output<'rep', 'feed.watch'>
type Pages = InfiniteData<FeedPage, string | null>

export const FEED = ['rep', 'feed.list'] as const
const WATCH_EVERY_MS = 10_000
const SLOWEST = 4 // doublings at most while there is no signal
const OVERLAP_MS = 5_000 // a report that was being written while the last answer was made
const WHOLE_EVERY = 6 // watches: what a reader took back does not stay on the screen
const SEEN_AFTER_MS = 2_000

export const useFeed = () =>
  useInfiniteQuery({
    queryKey: FEED,
    queryFn: ({ pageParam }) => call('rep', 'feed.list', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** Lines that grew are told anew where they stand, new ones come in on top, and who has gone is no longer "now". */
export const joinFeed = (feed: Pages, watched: Watched): Pages => {
  const came = new Map(watched.lines.map((line) => [line.readingId, line]))
  const pages = feed.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      const grown = came.get(line.readingId) ?? line
      came.delete(line.readingId)
      return grown.live && !isLive(grown, watched.asOf) ? { ...grown, live: false } : grown
    }),
  }))
  const [first, ...rest] = pages
  if (!first) return feed
  return { ...feed, pages: [{ ...first, asOf: watched.asOf, lines: [...came.values(), ...first.lines] }, ...rest] }
}

const askWhatCame = async (): Promise<void> => {
  const asOf = queries.getQueryData<Pages>(FEED)?.pages[0]?.asOf
  if (asOf === undefined) return
  const watched = await call('rep', 'feed.watch', { since: asOf - OVERLAP_MS })
  queries.setQueryData<Pages>(FEED, (feed) => feed && joinFeed(feed, watched))
}

/** Is the page before her eyes: in front, and the app or browser tab as well. */
const useInFront = (): boolean => {
  const [inFront, setInFront] = useState(true)
  useForeground(
    () => setInFront(true),
    () => setInFront(false),
  )
  return inFront
}

/** While she looks: asks what came, and now and then for the whole; ever more rarely while there is no signal. */
const useWatching = (on: boolean, askWhole: () => Promise<{ isError: boolean }>): void => {
  const whole = useRef(askWhole)
  whole.current = askWhole
  useEffect(() => {
    if (!on) return
    let timer: ReturnType<typeof setTimeout>
    let [asked, missed, stopped] = [0, 0, false]
    const wait = (): void => {
      if (!stopped) timer = setTimeout(ask, WATCH_EVERY_MS * 2 ** Math.min(missed, SLOWEST))
    }
    const ask = async (): Promise<void> => {
      asked += 1
      const ok =
        asked % WHOLE_EVERY === 0
          ? await whole.current().then((answer) => !answer.isError)
          : await askWhatCame().then(
              () => true,
              () => false,
            )
      missed = ok ? 0 : missed + 1
      wait()
    }
    wait()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [on])
}

/** Which lines are new to her. They stay marked while she looks; the cloud is told once she has looked for a moment. */
const useUnread = (lines: readonly FeedLine[], asOf: number, inFront: boolean): ReadonlySet<string> => {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const toldAt = useRef(0)
  useEffect(() => {
    if (!inFront) return setUnread((known) => (known.size === 0 ? known : new Set()))
    const fresh = lines.filter((line) => line.unread).map((line) => line.readingId)
    setUnread((known) => (fresh.every((id) => known.has(id)) ? known : new Set([...known, ...fresh])))
  }, [lines, inFront])
  const hasNew = lines.some((line) => line.unread && line.lastAt > toldAt.current)
  useEffect(() => {
    if (!inFront || !hasNew) return
    const timer = setTimeout(() => {
      call('rep', 'feed.see', { at: asOf }).then(
        ({ seenAt }) => {
          toldAt.current = seenAt
        },
        () => undefined, // told with the next that comes
      )
    }, SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [inFront, hasNew, asOf])
  return unread
}

/** Keeps the feed alive while she looks at it, and says which lines are new to her. */
export const useLiveFeed = (feed: ReturnType<typeof useFeed>, lines: readonly FeedLine[]): ReadonlySet<string> => {
  const inFront = useInFront()
  useWatching(inFront && feed.data !== undefined, feed.refetch)
  return useUnread(lines, feed.data?.pages[0]?.asOf ?? 0, inFront)
}
