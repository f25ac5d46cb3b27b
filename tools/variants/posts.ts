// Which posts are to be varied? Reads `[{id, text, dictionary?}]` and says plainly what is wrong with it.
import { readFileSync } from 'node:fs'
import * as z from 'zod'

const posts = z.array(
  z.object({
    id: z.string().min(1),
    text: z.string(),
    /** brand and product terms, as HQ locks them */
    dictionary: z.array(z.string()).default([]),
    /** what must stand in every text; only the bench looks at it */
    facts: z.array(z.string()).default([]),
    vertical: z.string().optional(),
  }),
)
export type GivenPost = z.output<typeof posts>[number]

export const readPosts = (file: string): GivenPost[] => {
  const read = posts.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  return read.data
}
