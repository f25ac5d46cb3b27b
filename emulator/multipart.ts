// What is in a multipart form? The SDK sends wx.openApi this way: text fields and one binary requestData.

export const boundaryOf = (contentType: string): string | undefined =>
  /multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1]

export const parseMultipart = (body: Buffer, boundary: string): Map<string, Buffer> => {
  const fields = new Map<string, Buffer>()
  const marker = Buffer.from(`--${boundary}`)
  let at = body.indexOf(marker)
  while (at !== -1) {
    const next = body.indexOf(marker, at + marker.length)
    if (next === -1) break
    const part = body.subarray(at + marker.length + 2, next - 2)
    const gap = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(gap, 0)).toString('utf8'))?.[1]
    if (name !== undefined) fields.set(name, part.subarray(gap + 4))
    at = next
  }
  return fields
}
