// Which collections, indexes and functions has the local cloud? For the tool that compares it with what is wanted.
import path from 'node:path'
import type { Cloud } from '../cloud'

export const stateOf = ({ database: { engine }, options }: Cloud): object => ({
  collections: engine.collections().map((name) => ({
    name,
    indexes: engine
      .indexes(name)
      .map((index) => ({ name: index.name, keys: index.keys, ...(index.unique ? { unique: true } : {}) })),
  })),
  functions: options.functions.map(({ name, memorySize, timeout, triggers = [] }) => ({
    ...{ name, memorySize, timeout, triggers },
    folder: path.resolve(options.functionsDir, name),
  })),
  httpPaths: options.httpPaths ?? {},
})
