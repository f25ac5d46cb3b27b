// How do WeChat's binary open APIs travel? Three small protobuf messages, as wx-server-sdk 4.0 sends and reads them:
// CommApiData{1: apiType, 2: OpenApiData{1: KeyValuePair{1: key, 2: JSON bytes}}} → CommOpenApiResp{1: data, 2: type, 3: error}.

const LENGTH_DELIMITED = 2
const VARINT = 0
const OPEN_API = 0

const varint = (value: number): number[] => {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}

const bytesField = (id: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([...varint(id * 8 + LENGTH_DELIMITED), ...varint(content.length)]), content])

export const encodeOpenRequest = (data: Record<string, string | number | boolean>): Buffer => {
  const pairs = Object.entries(data).map(([key, value]) =>
    bytesField(1, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(JSON.stringify(value)))])),
  )
  return Buffer.concat([Buffer.from([1 * 8 + VARINT, OPEN_API]), bytesField(2, Buffer.concat(pairs))])
}

const readVarint = (bytes: Buffer, at: number): { value: number; next: number } => {
  let value = 0
  for (let i = at, scale = 1; i < bytes.length; i++, scale *= 128) {
    const byte = bytes.readUInt8(i)
    value += (byte % 128) * scale
    if (byte < 128) return { value, next: i + 1 }
  }
  throw new Error('WeChat answered a broken message')
}

type Fields = Map<number, Buffer | number>

const readFields = (bytes: Buffer): Fields => {
  const fields: Fields = new Map()
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at)
    const [id, kind] = [Math.floor(tag.value / 8), tag.value % 8]
    const { value, next } = readVarint(bytes, tag.next)
    if (kind === VARINT) fields.set(id, value)
    else if (kind === LENGTH_DELIMITED) fields.set(id, bytes.subarray(next, next + value))
    else throw new Error('WeChat answered a message of an unknown kind')
    at = kind === VARINT ? next : next + value
  }
  return fields
}

const isImage = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.from('89504e47', 'hex')) ||
  bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))

/** The image bytes; throws what WeChat answered instead. */
export const decodeOpenReply = (reply: Buffer): Buffer => {
  if (isImage(reply)) return reply
  const fields = readFields(reply)
  const data = fields.get(1)
  if (Buffer.isBuffer(data) && isImage(data)) return data
  throw new Error(`WeChat answered error ${String(fields.get(3))}: ${String(data).slice(0, 200)}`)
}
