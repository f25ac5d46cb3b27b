// How is a shape written down for people? As TypeScript would say it, with its limits behind.
import * as z from 'zod'

type Json = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
  items?: Json | false
  prefixItems?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  propertyNames?: Json
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  pattern?: string
  format?: string
}

const WIDTH = 100
/** What zod calls the bounds of whole numbers. */
const WHOLE = 9_007_199_254_740_991

const range = (from: number | undefined, to: number | undefined): string => {
  const low = from === undefined || from <= -WHOLE ? '' : String(from)
  const high = to === undefined || to >= WHOLE ? '' : String(to)
  return low || high ? `${low}…${high}` : ''
}
const note = (text: string): string => (text ? ` «${text}»` : '')

const textOf = ({ minLength, maxLength, pattern, format }: Json): string => {
  const limits = [range(minLength, maxLength), format ?? '', pattern && !format ? `/${pattern}/` : '']
  return `string${note(limits.filter(Boolean).join(', '))}`
}

const unionOf = (all: readonly Json[], indent: string): string => {
  const words = [...new Set(all.map((one) => shapeOf(one, indent)))]
  return words.sort((a, b) => Number(a === 'null') - Number(b === 'null')).join(' | ')
}

const fieldsOf = (schema: Json, indent: string): string => {
  const fields = Object.entries(schema.properties ?? {})
  if (!fields.length) {
    const values = schema.additionalProperties
    return typeof values === 'object' ? `{ [name: string]: ${shapeOf(values, indent)} }` : '{}'
  }
  const inner = `${indent}  `
  const lines = fields.map(
    ([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${shapeOf(field, inner)}`,
  )
  const short = `{ ${lines.join(', ')} }`
  if (!short.includes('\n') && indent.length + short.length <= WIDTH) return short
  return `{\n${lines.map((line) => `${inner}${line}`).join('\n')}\n${indent}}`
}

const listOf = ({ items, minItems, maxItems }: Json, indent: string): string => {
  const of = items ? shapeOf(items, indent) : 'unknown'
  return `${/ \| | «/.test(of) && !of.startsWith('{') ? `(${of})` : of}[]${note(range(minItems, maxItems))}`
}

const shapeOf = (schema: Json, indent: string): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (Array.isArray(schema.type)) {
    const { type, ...rest } = schema
    return unionOf(
      type.map((one) => (one === 'null' ? { type: one } : { ...rest, type: one })),
      indent,
    )
  }
  const union = schema.anyOf ?? schema.oneOf
  if (union) return unionOf(union, indent)
  if (schema.allOf) return schema.allOf.map((one) => shapeOf(one, indent)).join(' & ')
  if (schema.type === 'object') return fieldsOf(schema, indent)
  if (schema.type === 'array') return listOf(schema, indent)
  if (schema.type === 'string') return textOf(schema)
  if (schema.type === 'integer' || schema.type === 'number')
    return `${schema.type === 'integer' ? 'int' : 'number'}${note(range(schema.minimum, schema.maximum))}`
  return typeof schema.type === 'string' ? schema.type : 'unknown'
}

/** Ids are branded by a transform, which JSON Schema cannot say: what goes into it comes out of it. */
const sayTransformed = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: object }): void => {
  const { def } = zodSchema._zod
  if (def.type === 'pipe' && def.out._zod.def.type === 'transform') Object.assign(jsonSchema, jsonOf(def.in, 'input'))
}

const jsonOf = (schema: z.core.$ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, {
    ...{ io, unrepresentable: 'any', reused: 'inline', cycles: 'ref' },
    override: sayTransformed,
  }) as Json

/** io: inputs as they are sent, before anything is read from them. */
export const writeShape = (schema: z.ZodType, io: 'input' | 'output'): string => shapeOf(jsonOf(schema, io), '')
