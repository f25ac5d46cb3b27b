// How are many pictures worked on? A few at a time: painting takes one core, encoding and decoding another.

const AT_ONCE = 3

/** In the order of `items`. */
export const inParallel = async <T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results = new Array<R>(items.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T, index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
