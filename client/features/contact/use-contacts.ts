// What the phone asks about a rep's contacts: the list, one file, who read one post.
import type { Output } from '@shared/contracts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '@/platform/call'

export type ContactPage = Output<'rep', 'contact.list'>
export type ShownContact = ContactPage['contacts'][number]
export type ContactFile = Output<'rep', 'contact.see'>
export type PostReaders = Output<'rep', 'post.readers'>
export type EarnedTag = ContactFile['tags'][number]
export type Order = 'recent' | 'warm'

export const CONTACTS = ['rep', 'contact.list'] as const
export const FILES = ['rep', 'contact.see'] as const
export const READERS = ['rep', 'post.readers'] as const

/** circleId: only who is in that circle; '' for everybody. */
export const useContacts = (order: Order = 'recent', circleId = '') =>
  useInfiniteQuery({
    queryKey: [...CONTACTS, order, circleId],
    queryFn: ({ pageParam }) =>
      call('rep', 'contact.list', {
        ...{ order, ...(circleId === '' ? {} : { circleId }) },
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData, // the other order, until this one has come
  })

/** A search looks through everyone, not only through who is loaded. Says whether there is one. */
export const useSearch = (list: ReturnType<typeof useContacts>, asked: string): boolean => {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const searching = asked.trim() !== ''
  useEffect(() => {
    if (searching && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [searching, hasNextPage, isFetching, isError, fetchNextPage])
  return searching
}

export const useContact = (contactId: string) =>
  useQuery({
    queryKey: [...FILES, contactId],
    queryFn: () => call('rep', 'contact.see', { contactId }),
    enabled: contactId !== '',
  })

export const usePostReaders = (postId: string) =>
  useQuery({
    queryKey: [...READERS, postId],
    queryFn: () => call('rep', 'post.readers', { postId }),
    enabled: postId !== '',
  })

/** Everyone who is loaded, told once, narrowed to those whose name has the words. */
export const findContacts = (pages: readonly ContactPage[], asked: string): ShownContact[] => {
  const words = asked.trim().toLowerCase()
  const all = [...new Map(pages.flatMap((page) => page.contacts).map((one) => [one.contactId, one])).values()]
  const named = (one: ShownContact) => `${one.remark ?? ''} ${one.ordinal} ${one.given.join(' ')}`.toLowerCase()
  return words === '' ? all : all.filter((one) => named(one).includes(words))
}
