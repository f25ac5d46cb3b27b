// How do names and their values become a record where Object.fromEntries is not there (WeChat on iOS 12)?

export const recordOf = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> => {
  const record: Record<string, T> = {}
  for (const [name, value] of entries) record[name] = value
  return record
}
