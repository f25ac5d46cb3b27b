// Measures the product beside others: `npm run bench -- reading [--only accuracy,tracker] [--10m]`.
import { runBench } from '../bench/run'

runBench(process.argv.slice(2)).then(
  (whole) => process.exit(whole ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
