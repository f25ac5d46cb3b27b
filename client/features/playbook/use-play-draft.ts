// One playbook while it is written: typed, stored, refused, overtaken by someone else. Nothing typed is lost.
import type { ShownPlaybook } from '@shared/contracts/playbook'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { mintId } from '@/platform/mint'
import { dropPlay, keepPlay, recallPlay } from './kept-play'
import { BLANK_PLAY, type PlayForm, samePlay } from './play-form'
import { askPlay, publishPlay, retirePlay, savePlay } from './use-hq-plays'

type Phase = 'quiet' | 'busy' | 'failed' | 'conflict'
export type PlayDesk = ReturnType<typeof usePlayDraft>

const isStale = (error: unknown): boolean => (error as { reason?: string } | null)?.reason === 'stale-version'

/** Kept text that was begun from another version waits beside what is stored. */
const beginWith = (playbookId: string, stored: ShownPlaybook | null, model: PlayForm | null) => {
  const kept = recallPlay(playbookId)
  const saved = stored?.words ?? model ?? BLANK_PLAY
  if (!kept) return { form: saved, mine: null }
  return kept.baseVersion === (stored?.version ?? 0)
    ? { form: kept.form, mine: null }
    : { form: saved, mine: kept.form }
}

/** model: what a new one is written after. */
export const usePlayDraft = (playbookId: string, stored: ShownPlaybook | null, model: PlayForm | null) => {
  const queries = useQueryClient()
  const [seen, setSeen] = useState(stored)
  const [first] = useState(() => beginWith(playbookId, stored, model))
  const [form, setForm] = useState(first.form)
  const [mine, setMine] = useState<PlayForm | null>(first.mine)
  const [{ phase, error }, setState] = useState<{ phase: Phase; error: unknown }>({ phase: 'quiet', error: null })
  const baseVersion = seen?.version ?? 0
  const unsaved = !samePlay(form, seen?.words ?? BLANK_PLAY)
  useEffect(() => {
    if (unsaved) keepPlay({ playbookId, baseVersion, form })
    else if (!mine) dropPlay(playbookId)
  }, [unsaved, playbookId, baseVersion, form, mine])

  /** One act at a time; null: refused, and the phase says why. */
  const run = async (act: () => Promise<ShownPlaybook>): Promise<ShownPlaybook | null> => {
    setState({ phase: 'busy', error: null })
    try {
      const now = await act()
      setSeen(now)
      setState({ phase: 'quiet', error: null })
      return now
    } catch (failed) {
      setState({ phase: isStale(failed) ? 'conflict' : 'failed', error: failed })
      return null
    }
  }
  const store = () => savePlay(queries, playbookId, { form, baseVersion })
  const storeFirst = async () => {
    if (seen && !unsaved) return seen
    const now = await store()
    setSeen(now) // stored though it may be refused to go live
    return now
  }

  return {
    ...{ playbookId, seen, form, mine, phase, error, unsaved },
    editable: seen?.state !== 'live',
    change: (change: Partial<PlayForm>) => {
      setForm((was) => ({ ...was, ...change }))
      setState((was) => (was.phase === 'failed' ? { phase: 'quiet', error: null } : was))
    },
    save: () => run(store),
    publish: () => run(async () => publishPlay(queries, await storeFirst())),
    retire: () => run(async () => (seen ? retirePlay(queries, seen) : store())),
    /** Theirs is shown; what was typed here waits beside it. */
    takeTheirs: () =>
      run(async () => {
        const theirs = await askPlay(queries, playbookId)
        if (!theirs) throw new Error('it was stored by someone, and is not there')
        setMine(unsaved ? form : null)
        setForm(theirs.words)
        return theirs
      }),
    /** From here on mine is written over theirs, knowingly. */
    takeMine: () => {
      if (mine) setForm(mine)
      setMine(null)
    },
    dropMine: () => setMine(null),
    /** Mine becomes another playbook; returns its id, null when that was refused. */
    saveAside: async (): Promise<string | null> => {
      const other = mintId()
      const words = mine ?? form
      const made = await run(async () => {
        await savePlay(queries, other, { form: words, baseVersion: 0 })
        const theirs = await askPlay(queries, playbookId)
        if (!theirs) throw new Error('it was stored by someone, and is not there')
        setMine(null)
        setForm(theirs.words)
        return theirs
      })
      return made && other
    },
  }
}
