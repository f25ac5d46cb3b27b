// Something asked of the cloud by a tap: under way, and why not. A second tap while it is asked for does nothing.
import { useRef, useState } from 'react'
import { useIsAlive } from '@/platform/page'
import { errorText } from '@/ui/error-text'

export const useAsking = (work: () => Promise<void>) => {
  const [state, setState] = useState({ busy: false, error: '' })
  const asking = useRef(false)
  const isAlive = useIsAlive()
  const ask = async (): Promise<void> => {
    if (asking.current) return
    asking.current = true
    setState({ busy: true, error: '' })
    const error = await work().then(
      () => '',
      (failure: unknown) => errorText(failure),
    )
    asking.current = false
    if (isAlive()) setState({ busy: false, error })
  }
  return { ...state, ask }
}
