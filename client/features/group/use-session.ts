// A group session under way on this phone: kept, so that it goes on where it was when she comes back.
import { isRunning, moveTo, type SessionRun, startSession } from '@shared/domain/group-session'
import type { PlayStep } from '@shared/domain/playbook'
import { useEffect, useState } from 'react'
import { useOnShow } from '@/platform/page'
import { forget, recall, remember } from '@/platform/storage'

const KEY = 'ripple.session-run'
const TICK_MS = 1_000

export type SessionOf = Pick<SessionRun, 'groupId' | 'playbookId'>
type Steps = readonly Pick<PlayStep, 'minutes'>[]

const kept = (of: SessionOf): SessionRun | null => {
  const run = recall<SessionRun>(KEY)
  return isRunning(run, of, Date.now()) ? run : null
}

export const isUnderWay = (of: SessionOf): boolean => kept(of) !== null

export const useSession = (of: SessionOf, steps: Steps) => {
  const [run, setRun] = useState(() => kept(of))
  const [now, setNow] = useState(() => Date.now())
  useOnShow(() => setNow(Date.now())) // while it is away the phone lets no second pass
  useEffect(() => {
    if (run === null) return
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [run])
  const turn = (next: SessionRun | null) => {
    if (next) remember(KEY, next)
    else forget(KEY)
    setRun(next)
    setNow(Date.now())
  }
  return {
    run,
    now,
    start: () => turn(startSession(of, Date.now())),
    go: (step: number) => turn(run && moveTo(run, step, steps, Date.now())),
    stop: () => turn(null),
  }
}
