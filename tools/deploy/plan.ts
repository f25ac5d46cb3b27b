// Which steps lead from what is there to what is wanted, in which order, and why? Pure.

import { personKeyStops } from './person-key'
import { planCollections, staleIndexes } from './plan-database'
import { planFunctions, staleTimers } from './plan-functions'
import { planHosting, staleFiles } from './plan-hosting'
import { CLOSED, type Found, isDestructive, type Plan, type Step, type Wanted } from './state'

const planStorage = ({ storageAcl }: Found): Step[] =>
  storageAcl === null || storageAcl === CLOSED
    ? []
    : [{ do: 'close storage', of: 'files', why: `files are ${storageAcl}: only functions may read and write them` }]

const planPaths = (wanted: Wanted, found: Found): Step[] =>
  Object.entries(wanted.httpPaths).flatMap(([path, of]): Step[] =>
    found.httpPaths === null || found.httpPaths[path] === of
      ? []
      : [{ do: 'open path', of, path, why: 'programs call the open API here' }],
  )

const planWeapp = ({ weapp }: Wanted, found: Found): Step[] =>
  weapp && weapp.code !== found.weapp
    ? [{ do: 'upload mini program', of: weapp.version, why: found.weapp ? 'it changed' : 'no upload is on record' }]
    : []

const stopsOf = (wanted: Wanted, found: Found): string[] => [
  ...personKeyStops(wanted, found),
  ...wanted.missing.flatMap(({ name, of, needed }) => {
    const there = found.functions.find((one) => one.name === of)
    return needed && there?.env !== null && there?.env?.[name] === undefined
      ? [`${name} is not set, and ${of} cannot work without it`]
      : []
  }),
  ...wanted.functions.flatMap(({ name, runtime }) => {
    const there = found.functions.find((one) => one.name === name)?.runtime
    return there && there !== runtime
      ? [
          `${name} runs on ${there} and ${runtime} is wanted: the platform cannot change that; delete the function first`,
        ]
      : []
  }),
  ...Object.entries(wanted.httpPaths).flatMap(([path, of]) => {
    const other = found.httpPaths?.[path]
    return other !== undefined && other !== of
      ? [`${path} leads to ${other}, not to ${of}: remove that path first`]
      : []
  }),
]

const list = (names: readonly string[]): string => [...new Set(names)].sort().join(', ')

const notesOf = (wanted: Wanted, found: Found): string[] => {
  const unset = wanted.missing.filter(({ name, of, needed }) => {
    const env = found.functions.find((one) => one.name === of)?.env
    return !needed && env !== null && env?.[name] === undefined
  })
  const kept = wanted.missing.filter(({ name, of }) => {
    return found.functions.find((one) => one.name === of)?.env?.[name] !== undefined
  })
  const known = new Set([...wanted.functions, ...wanted.collections].map(({ name }) => name))
  const strangers = [...found.functions, ...found.collections].filter(({ name }) => !known.has(name))
  return [
    ...(unset.length ? [`not set, and done without: ${list(unset.map(({ name }) => name))}`] : []),
    ...(kept.length ? [`not set here, kept as it is there: ${list(kept.map(({ name }) => name))}`] : []),
    ...(strangers.length ? [`not ours, left alone: ${list(strangers.map(({ name }) => name))}`] : []),
    ...(wanted.weapp || found.hosting === null ? [] : ['the mini program stays: RIPPLE_WEAPP_KEY is not set']),
  ]
}

/**
 * The database comes first, so that new code finds its indexes; what is taken away comes last, when the old code has gone.
 * `keep`: hosted paths that stay though nothing wants them (namedByReleases).
 */
export const plan = (wanted: Wanted, found: Found, destructive: boolean, keep: readonly string[] = []): Plan => {
  const all: Step[] = [
    ...planCollections(wanted, found),
    ...planStorage(found),
    ...planFunctions(wanted, found),
    ...planPaths(wanted, found),
    ...planHosting(wanted, found),
    ...planWeapp(wanted, found),
    ...staleIndexes(wanted, found),
    ...staleTimers(wanted, found),
    ...staleFiles(wanted, found, keep),
  ]
  return {
    steps: destructive ? all : all.filter((step) => !isDestructive(step)),
    held: destructive ? [] : all.filter(isDestructive),
    stops: stopsOf(wanted, found),
    notes: notesOf(wanted, found),
  }
}
