// May this function ask WeChat for this? What it may stands in the config.json beside its bundle.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Cloud } from '../cloud'
import { functionOfWxToken } from '../functions/context'
import { type Refusal, refusal } from './refusal'

const namesIn = (file: string): readonly string[] => {
  if (!existsSync(file)) return []
  const { permissions } = JSON.parse(readFileSync(file, 'utf8')) as { permissions?: { openapi?: string[] } }
  return permissions?.openapi ?? []
}

/** Whoever asks from outside a function, as tests of the cloud itself do, shows no token and is not asked. */
export const refusedLeave = ({ options }: Cloud, token: unknown, api: string): Refusal | undefined => {
  const fn = functionOfWxToken(token)
  if (fn === undefined || namesIn(path.resolve(options.functionsDir, fn, 'config.json')).includes(api)) return undefined
  return refusal(-604101, `function has no permission to call this API: ${fn}, ${api}`)
}
