// One list of names on its way: typed or chosen, looked through, sent, taken back.
import { namesOfLines, namesOfTable } from '@shared/domain/contact-import'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { useIsAlive } from '@/platform/page'
import { pickTable } from '@/platform/pick-table'
import { errorText } from '@/ui/error-text'
import { type Choice, checkList, type Line, type Outcome, sendList } from './import-run'

const IMPORTS = ['rep', 'contact.imports'] as const
/** Every list of her contacts. */
const CONTACTS = ['rep', 'contact.list'] as const
export const useImports = () => useQuery({ queryKey: IMPORTS, queryFn: () => call('rep', 'contact.imports', {}) })

/** Two of one importing: the ids, so that what is sent again is the same. */
export const useImport = () => {
  const client = useQueryClient()
  const isAlive = useIsAlive()
  const [importId, setImportId] = useState(mintId)
  const [text, setText] = useState('')
  const [lines, setLines] = useState<Line[] | null>(null)
  const [sent, setSent] = useState(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')

  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    setWrong('')
    try {
      await act()
    } catch (failure) {
      if (isAlive()) setWrong(errorText(failure))
    }
    if (isAlive()) setBusy(false)
  }
  const look = (rows: Parameters<typeof checkList>[0]) =>
    run(async () => {
      const checked = await checkList(rows)
      if (isAlive()) setLines(checked)
    })
  return {
    ...{ importId, text, setText, lines, sent, outcome, busy, wrong, setWrong },
    lookAtText: () => look(namesOfLines(text)),
    /** What it could not do with the file, null when it could. */
    lookAtFile: async (): Promise<'too-big' | 'unreadable' | null> => {
      const picked = await pickTable()
      if (picked.got === 'table') await look(namesOfTable(picked.table))
      return picked.got === 'too-big' || picked.got === 'unreadable' ? picked.got : null
    },
    choose: (contactId: string, choice: Choice) =>
      setLines((all) => all?.map((line) => (line.contactId === contactId ? { ...line, choice } : line)) ?? null),
    send: () =>
      run(async () => {
        const done = await sendList(importId, lines ?? [], (rows) => isAlive() && setSent(rows))
        await Promise.all([CONTACTS, IMPORTS].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
        if (isAlive()) setOutcome(done)
      }),
    startAnew: () => {
      setImportId(mintId())
      setText('')
      setLines(null)
      setSent(0)
      setOutcome(null)
      setWrong('')
    },
  }
}

/** Throws CallError. */
export const useTakeBack = () => {
  const client = useQueryClient()
  return async (importId: string) => {
    const undone = await call('rep', 'contact.unimport', { importId })
    await Promise.all([CONTACTS, IMPORTS].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
    return undone
  }
}
