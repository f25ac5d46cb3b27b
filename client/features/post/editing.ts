// What happens to a draft while it is written: typed, saved, refused, overtaken by someone else. Pure; nothing typed is lost.
import type { DraftForm } from './draft-form'
import { sameDraft } from './draft-form'

export type Editing = {
  form: DraftForm
  saved: DraftForm // what the server has, as last seen
  version: number // 0: never saved
  phase: 'quiet' | 'saving' | 'failed' | 'conflict'
  error: unknown
  mine: DraftForm | null // kept aside while the other's version is looked at
}

export type Change = Partial<DraftForm> | ((form: DraftForm) => Partial<DraftForm>)
export type Step =
  | { type: 'typed'; change: Change }
  | { type: 'sending' }
  | { type: 'stored'; sent: DraftForm; version: number }
  | { type: 'refused'; error: unknown; conflict: boolean }
  | { type: 'took-theirs'; form: DraftForm; version: number }
  | { type: 'merged'; theirs: DraftForm; form: DraftForm; version: number }
  | { type: 'replaced'; form: DraftForm; version: number }
  | { type: 'took-mine' }
  | { type: 'dropped-mine' }

export const startEditing = (saved: DraftForm, version: number, found: DraftForm | null = null): Editing => ({
  form: found ?? saved,
  saved,
  version,
  phase: 'quiet',
  error: null,
  mine: null,
})

export const hasUnsaved = (editing: Editing): boolean => !sameDraft(editing.form, editing.saved)

const changed = (form: DraftForm, change: Change): DraftForm => ({
  ...form,
  ...(typeof change === 'function' ? change(form) : change),
})

export const stepEditing = (editing: Editing, step: Step): Editing => {
  switch (step.type) {
    case 'typed': // after a refusal the next keystroke is a new try
      return {
        ...editing,
        form: changed(editing.form, step.change),
        phase: editing.phase === 'failed' ? 'quiet' : editing.phase,
      }
    case 'sending':
      return { ...editing, phase: 'saving', error: null }
    case 'stored': // what was typed meanwhile stays typed
      return { ...editing, saved: step.sent, version: step.version, phase: 'quiet', error: null }
    case 'refused':
      return { ...editing, phase: step.conflict ? 'conflict' : 'failed', error: step.error }
    case 'took-theirs': // what I have not stored is kept beside it
      return { ...startEditing(step.form, step.version), mine: hasUnsaved(editing) ? editing.form : editing.mine }
    case 'merged': // stored is theirs; both is still to be stored
      return { ...startEditing(step.theirs, step.version, step.form), mine: editing.mine }
    case 'replaced': // what was there is stored, as a version of its own
      return { ...startEditing(step.form, step.version), mine: editing.mine }
    case 'took-mine': // from here on mine is written over theirs, knowingly
      return editing.mine ? { ...editing, form: editing.mine, mine: null } : editing
    case 'dropped-mine':
      return { ...editing, mine: null }
  }
}
