// Doing something from a phone: busy while it is on its way, and why it was refused.
import { useState } from 'react'
import { errorText } from '@/ui/error-text'

/** One act at a time. */
export const useAct = () => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setWrong('')
    const done = await act().then(
      () => true,
      (error: unknown) => {
        setWrong(errorText(error))
        return false
      },
    )
    setBusy(false)
    return done
  }
  return { busy, wrong, run }
}
