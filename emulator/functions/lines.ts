// How do two processes talk in lines? Text cut at newlines, however the pipe cuts it.
import type { Readable } from 'node:stream'

export const forEachLine = (stream: Readable | null, onLine: (line: string) => void): void => {
  if (!stream) return
  const parts: string[] = []
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      parts.push(chunk.slice(from, end))
      from = end + 1
      onLine(parts.length > 1 ? parts.join('') : (parts[0] ?? ''))
      parts.length = 0
    }
    if (from < chunk.length) parts.push(chunk.slice(from))
  })
  stream.on('end', () => {
    if (parts.length) onLine(parts.join(''))
  })
  // a killed process breaks its pipes; its exit says so
  stream.on('error', () => undefined)
}
