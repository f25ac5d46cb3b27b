// A rep's feed, her contacts, one contact, and giving a contact a name.
import type { Output } from '@shared/contracts'
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { queries } from '@/platform/queries'

export type FeedPage = Output<'rep', 'feed.list'>
export type FeedLine = FeedPage['lines'][number]
export type ContactPage = Output<'rep', 'contact.list'>
export type ShownContact = ContactPage['contacts'][number]
export type ContactFile = Output<'rep', 'contact.see'>

const FEED = ['rep', 'feed.list'] as const
const CONTACTS = ['rep', 'contact.list'] as const
const fileKey = (contactId: string) => ['rep', 'contact.see', contactId] as const

const FEED_EVERY_MS = 15_000
const at = (cursor: string | null) => (cursor === null ? {} : { cursor })

/**
 * Asks again every 15 seconds while the page is in front. All loaded pages are asked again, so that a reading whose
 * reader withdrew her consent does not stay on the screen.
 */
export const useFeed = (isShown: boolean) =>
  useInfiniteQuery({
    queryKey: FEED,
    queryFn: ({ pageParam }) => call('rep', 'feed.list', at(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: isShown ? FEED_EVERY_MS : false,
  })

export const useContacts = () =>
  useInfiniteQuery({
    queryKey: CONTACTS,
    queryFn: ({ pageParam }) => call('rep', 'contact.list', at(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const useContact = (contactId: string) =>
  useQuery({
    queryKey: fileKey(contactId),
    queryFn: () => call('rep', 'contact.see', { contactId }),
    enabled: contactId !== '',
  })

const renamed = <T extends { contactId: string; remark: string | null }>(row: T, contact: ShownContact): T =>
  row.contactId === contact.contactId ? { ...row, remark: contact.remark } : row

/** Shows the name in every list at once. Throws CallError. */
export const nameContact = async (contactId: string, remark: string): Promise<void> => {
  const contact = await call('rep', 'contact.name', { contactId, remark })
  queries.setQueryData<InfiniteData<FeedPage>>(
    FEED,
    (feed) =>
      feed && {
        ...feed,
        pages: feed.pages.map((page) => ({ ...page, lines: page.lines.map((line) => renamed(line, contact)) })),
      },
  )
  queries.setQueryData<InfiniteData<ContactPage>>(
    CONTACTS,
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, contacts: page.contacts.map((row) => renamed(row, contact)) })),
      },
  )
  queries.setQueryData<ContactFile>(fileKey(contactId), (file) => file && { ...file, contact })
}
