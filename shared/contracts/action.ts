// What an action is: who may call it, what it takes, what it gives.
import type * as z from 'zod'
import type { Who } from '../domain/access'

export type Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, W extends Who = Who> = {
  readonly who: W
  readonly input: Input
  readonly output: Output
}

export const action = <Input extends z.ZodType, Output extends z.ZodType, const W extends Who>(
  who: W,
  input: Input,
  output: Output,
): Action<Input, Output, W> => ({ who, input, output })
