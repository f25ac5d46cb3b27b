// Does what was sent lie in more boxes than anything we take? Looked at level by level: whoever nests wants recursion to end badly.

export const isDeeperThan = (value: unknown, most: number): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}
