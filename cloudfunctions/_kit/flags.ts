// Is a feature that is let out in stages out for this one? Asked of what the deployment says, and of nothing else.
import { isOn, nothingOut, readStages, type Stages } from '@shared/domain/flag'
import type { FlagName } from '@shared/domain/flags.data'
import { log } from './log'
import { flagsText } from './settings'

let told = ''

/** What cannot be read lets nothing out, and is said once an instance. */
const stagesOf = (text: string): Stages => {
  const read = readStages(text)
  if (read.ok) return read.stages
  if (told !== text) log.error({ event: 'flags-unreadable', message: `RIPPLE_FLAGS: ${read.fault}` })
  told = text
  return nothingOut()
}

/** id: whom it is asked for, as the flag says; null: nobody knows. */
export const isOut = (flag: FlagName, id: string | null): boolean => isOn(flag, stagesOf(flagsText()), id)
