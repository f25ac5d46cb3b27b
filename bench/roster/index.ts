// What `npm run bench -- roster` measures: a list of 5,000 people through the real path.
import type { Part } from '../part'
import { bringIn } from './bring-in'

export const rosterParts: readonly Part[] = [bringIn]
