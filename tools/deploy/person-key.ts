// Would a deployment part readers from their consents? Every person id and every seal hangs on this one key.
import type { Found, Wanted } from './state'

const NAME = 'RIPPLE_PERSON_KEY'
/** What the guide has an operator make is longer. */
const LENGTH_MIN = 32

const names = (of: readonly { name: string }[]): string => of.map(({ name }) => name).join(', ')

/** What stops a deployment; no value is ever told. */
export const personKeyStops = (wanted: Wanted, found: Found): string[] => {
  const there = found.functions.flatMap(({ name, env }) =>
    env?.[NAME] === undefined ? [] : [{ name, key: env[NAME] }],
  )
  const given = wanted.functions.map(({ env }) => env[NAME]).find((key) => key !== undefined)
  if (new Set(there.map(({ key }) => key)).size > 1)
    return [
      `${names(there)} do not have the same ${NAME}: find out with which one readers were stored, and set that everywhere`,
    ]
  if (given === undefined) return []
  const others = there.filter(({ key }) => key !== given)
  if (others.length)
    return [
      `${NAME} is not the one that ${names(others)} have: with another one every consent loses its owner. Set that one here, or none: what is there stays`,
    ]
  return there.length || given.length >= LENGTH_MIN
    ? []
    : [`${NAME} has fewer than ${LENGTH_MIN} characters: make one with openssl rand -base64 32`]
}
