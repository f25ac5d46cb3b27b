// What is a post about, as HQ's own posts say it? Topics to tap, and what was written before in the fields beside them.
import * as z from 'zod'
import { POST_TEXT_MAX } from '../domain/limits'
import { action } from './action'
import { postId } from './parts'

const usedBefore = z.array(z.strictObject({ value: z.string(), posts: z.int() }))

/** postId: the post itself is not asked. headings: the article's, its title too. */
export const suggestTopics = action(
  'editor',
  z.strictObject({
    postId,
    text: z.string().max(POST_TEXT_MAX),
    headings: z.array(z.string().max(60)).max(40),
    topics: z.array(z.string().max(12)).max(10), // those it has
  }),
  z.strictObject({
    topics: z.array(
      z.strictObject({
        topic: z.string(),
        posts: z.int(), // how many posts of this topic say these words too; 0: a word that only this one says often
        words: z.array(z.string()), // what they have in common
      }),
    ),
    painPoints: usedBefore,
    personas: usedBefore,
  }),
)
