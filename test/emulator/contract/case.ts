// What is a case of the contract? A sentence, the SDK's calls that it holds to their word, and what must be true.
import type { Cloud } from './cloud'

export type Case = {
  readonly title: string
  /** As the SDK names them: `doc.get`, `command.inc`, `app.uploadFile`. */
  readonly calls: readonly string[]
  /** Why a real environment cannot be asked; without it the case holds in both. */
  readonly onlyLocal?: string
  /** It asks a function that answers its event, which a real environment must have: TCB_ECHO_FUNCTION. */
  readonly needsEcho?: true
  run(cloud: Cloud): Promise<void>
}

/** Notes n0, n1, …, owned by turns by 'even' and 'odd'. */
export const seedNotes = async ({ notes }: Cloud, count = 6): Promise<void> => {
  const docs = Array.from({ length: count }, (_, i) => ({
    _id: `n${i}`,
    owner: i % 2 ? 'odd' : 'even',
    state: 'live',
    at: i,
    tags: [`t${i}`, 'all'],
    deep: { n: i, list: [{ k: i }] },
  }))
  await notes().add(docs as unknown as object)
}

export const idsOf = (docs: readonly { _id: string }[]): string[] => docs.map(({ _id }) => _id)
