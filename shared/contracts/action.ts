// What an action is: who may call it, what it takes, what it gives.
import type * as z from 'zod'
import type { Who } from '../domain/access'

export type Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly who: Who
  readonly input: Input
  readonly output: Output
}

export const action = <Input extends z.ZodType, Output extends z.ZodType>(
  who: Who,
  input: Input,
  output: Output,
): Action<Input, Output> => ({ who, input, output })
