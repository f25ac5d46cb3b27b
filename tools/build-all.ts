// The command `npm run build [targets]`: everything, or the targets named.
import { buildStale, TARGETS, type Target } from './build'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(TARGETS as readonly string[]).includes(name))
if (unknown.length > 0) {
  console.error(`unknown target ${unknown.join(', ')}; there are ${TARGETS.join(', ')}`)
  process.exit(2)
}
buildStale(asked.length > 0 ? (asked as Target[]) : TARGETS).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
