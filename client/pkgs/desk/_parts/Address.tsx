// Where in the desk one is: kept in the page's address, and not left while something is unsaved without asking.
import {
  createContext,
  type PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Address, askBeforeClosing, readAddress, watchAddress, writeAddress } from '@/platform/address'
import { LeaveDialog } from './LeaveDialog'

/** What stands in the way of leaving: says whether it does, and can clear it. */
export type Guard = { isUnsaved: () => boolean; save: () => Promise<boolean> }
type Go = (change: Address, how?: 'push' | 'replace') => void
type Desk = { address: Address; go: Go; guard: (guard: Guard | null) => void }

const Context = createContext<Desk>({ address: {}, go: () => undefined, guard: () => undefined })
export const useAddress = (): Desk => useContext(Context)

/** Is the same post or playbook being written there? */
const isSameWork = (a: Address, b: Address): boolean =>
  (a.post ?? '') === (b.post ?? '') && (a.play ?? '') === (b.play ?? '')

export function AddressProvider({ children }: PropsWithChildren) {
  const [address, setAddress] = useState(readAddress)
  const [leaving, setLeaving] = useState<Address | null>(null)
  const here = useRef(address)
  here.current = address
  const guarded = useRef<Guard | null>(null)

  const move = useCallback((next: Address, how: 'push' | 'replace') => {
    writeAddress(next, how)
    setAddress(next)
  }, [])
  const mayLeave = useCallback((next: Address) => isSameWork(next, here.current) || !guarded.current?.isUnsaved(), [])
  const go = useCallback<Go>(
    (change, how = 'push') => {
      const next = { ...here.current, ...change }
      if (mayLeave(next)) move(next, how)
      else setLeaving(next)
    },
    [move, mayLeave],
  )
  useEffect(
    () =>
      watchAddress((next) => {
        if (mayLeave(next)) return setAddress(next)
        writeAddress(here.current, 'push') // stay, and ask
        setLeaving(next)
      }),
    [mayLeave],
  )
  useEffect(() => askBeforeClosing(() => guarded.current?.isUnsaved() ?? false), [])
  const guard = useCallback((next: Guard | null) => {
    guarded.current = next
  }, [])

  const leave = (next: Address) => {
    guarded.current = null
    setLeaving(null)
    move(next, 'push')
  }
  const saveAndLeave = async () => {
    const saved = (await guarded.current?.save()) ?? true
    if (saved && leaving) leave(leaving)
    else setLeaving(null)
  }
  const desk = useMemo(() => ({ address, go, guard }), [address, go, guard])
  return (
    <Context.Provider value={desk}>
      {children}
      <LeaveDialog
        open={leaving !== null}
        onSave={saveAndLeave}
        onLeave={() => leaving && leave(leaving)}
        onStay={() => setLeaving(null)}
      />
    </Context.Provider>
  )
}
