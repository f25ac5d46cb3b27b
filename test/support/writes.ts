// Which requests to the database change something?

/** What changes nothing can be cut off without a trace: as far as data go, only writes are moments of their own. */
export const isWrite = (action: string): boolean => !/\.(get|calculate|aggregate|query)/.test(action)
