// What do all reps' talks say together? Worked out anew from their books, kept as it was last worked out.
import type { Board } from '@shared/domain/talkbook'
import { collection } from '../collection'

const boards = collection<Board>('boards')

export const findBoard = (id: Board['_id']): Promise<Board | null> => boards.get(id)
export const putBoard = (board: Board): Promise<void> => boards.put(board)
