// Which posts are measured? Twelve of the demo, those the method was developed on, and those nobody tuned it on.
import path from 'node:path'
import { type GivenPost, readPosts } from '../../tools/variants/posts'

const DATA = path.resolve('test/data')

export const demoPosts = (): GivenPost[] => readPosts(path.join(DATA, 'posts.json'))
export const seenPosts = (): GivenPost[] => readPosts(path.join(DATA, 'posts-seen.json'))
export const unseenPosts = (): GivenPost[] => readPosts(path.join(DATA, 'posts-unseen.json'))
export const allPosts = (): GivenPost[] => [...demoPosts(), ...seenPosts(), ...unseenPosts()]
