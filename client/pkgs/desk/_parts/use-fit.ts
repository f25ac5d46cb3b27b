// The calculator's form: at once on this device, a moment later in the address, so that it can be sent to a colleague.
import { useCallback, useEffect, useRef, useState } from 'react'
import { recall, remember } from '@/platform/storage'
import { useAddress } from './Address'
import { type FitForm, readFit, writeFit } from './fit-typed'

const TYPING_MS = 400 // a browser refuses too many changes of the address

export const useFit = () => {
  const { address, go } = useAddress()
  const asked = address.fit ?? ''
  const [form, setForm] = useState<FitForm>(() => readFit(asked || (recall<string>('ripple.fit') ?? '')))
  const written = useRef(asked)
  useEffect(() => {
    if (asked === written.current) return
    written.current = asked // another link was opened here
    setForm(readFit(asked))
  }, [asked])
  const code = writeFit(form)
  useEffect(() => {
    const timer = setTimeout(() => {
      written.current = code
      go({ fit: code }, 'replace')
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [code, go])
  const change = useCallback((next: FitForm) => {
    remember('ripple.fit', writeFit(next))
    setForm(next)
  }, [])
  return { form, change }
}
