// Who am I here: name, store, company, voice, and where my readers read in a browser.
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export const useMe = () => useQuery({ queryKey: ['rep', 'me.see'], queryFn: () => call('rep', 'me.see', {}) })
