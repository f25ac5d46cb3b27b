// How would other rules have done? The simulated phone once more, built with other constants; the product carries none of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { follow } from './phone'

/** By the names of the constants in shared/domain/stopwatch.ts and beat.ts. */
export type Rules = Readonly<Record<string, number>>

const replacing = (rules: Rules): Plugin => ({
  name: 'other-rules',
  setup(builder) {
    const missing = new Set(Object.keys(rules))
    builder.onLoad({ filter: /shared\/domain\/(stopwatch|beat)\.ts$/ }, ({ path: file }) => {
      const contents = readFileSync(file, 'utf8').replace(
        /^((?:export )?const (\w+) = )[\d_.]+/gm,
        (whole: string, before: string, name: string) => {
          const value = rules[name]
          missing.delete(name)
          return value === undefined ? whole : `${before}${value}`
        },
      )
      return { contents, loader: 'ts' }
    })
    builder.onEnd(() => {
      if (missing.size > 0) throw new Error(`no such rule: ${[...missing].join(', ')}`)
    })
  },
})

/** The product's own phone, but for these rules. */
export const followBy = async (name: string, rules: Rules): Promise<typeof follow> => {
  const outfile = path.resolve('dist/bench/variants', `${name.replace(/\W+/g, '-')}.cjs`)
  await build({
    entryPoints: [path.resolve('bench/reading/phone.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [replacing(rules)],
    logLevel: 'error',
  })
  const built = createRequire(outfile)(outfile) as { follow: typeof follow }
  return built.follow
}
