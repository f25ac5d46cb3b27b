// What has been written since the last look? How many documents, and into which collections it was asked.

import type { World } from './world'
import { isWrite } from './writes'

export type Written = { readonly docs: number; readonly into: readonly string[] }

/** Costs nothing beside reading everything before and after. What was asked and met no document is named too. */
export const watchWrites = ({ emulator }: World): (() => Written) => {
  const into = new Set<string>()
  emulator.faults = ({ action, collection }) => {
    if (collection !== undefined && isWrite(action)) into.add(collection)
    return 'none'
  }
  const soFar = () => emulator.meter().docsWritten
  let before = soFar()
  return () => {
    const written = { docs: soFar() - before, into: [...into] }
    before += written.docs
    into.clear()
    return written
  }
}
