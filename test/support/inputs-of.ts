// What could be sent to an action? Inputs drawn from its contract, and the same broken as old phones, bad luck and attackers break them.
import fc from 'fast-check'
import * as z from 'zod'

type Json = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Json[]
  oneOf?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  propertyNames?: Json
  items?: Json | false
  prefixItems?: Json[]
  minItems?: number
  maxItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** Ids are branded by a transform, which JSON Schema cannot say: what goes into it is what counts here. */
const jsonOf = (schema: z.core.$ZodType): Json =>
  z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod
      if (def.type === 'pipe' && def.out._zod.def.type === 'transform') Object.assign(jsonSchema, jsonOf(def.in))
    },
  }) as Json

const nested = (levels: number): unknown => (levels === 0 ? [] : [nested(levels - 1)])

/** What no field expects. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', '\u0000', '\ud800', '长'.repeat(5_000), '{甲|乙}'.repeat(400)),
  fc.constantFrom<unknown>(-1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, '(a+)+$', '=HYPERLINK("x")', '../../etc/passwd'),
  fc.constantFrom<unknown>({ $ne: null }, { $gt: '' }, { $where: '1' }, [{ $regex: '.*' }], nested(200)),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"role":"approver"}}'), { constructor: { prototype: {} } }),
  fc.jsonValue({ maxDepth: 2 }),
)

const WIDE = 3
const LONG = 40

const textOf = ({ pattern, format, minLength = 0, maxLength = LONG }: Json, known: readonly string[]) => {
  if (format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
  const fitting = known.filter(
    (one) => one.length >= minLength && one.length <= maxLength && (!pattern || new RegExp(pattern).test(one)),
  )
  const made = pattern
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONG)) })
  return fitting.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fitting) }, made) : made
}

const numberOf = ({ type, minimum = -1e9, maximum = 1e9 }: Json): fc.Arbitrary<number> => {
  const [min, max] = [Math.max(minimum, -1e13), Math.min(maximum, 1e13)]
  return type === 'integer'
    ? fc.oneof(
        fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
        fc.constantFrom(Math.ceil(min), Math.floor(max)),
      )
    : fc.double({ min, max, noNaN: true })
}

const objectOf = (json: Json, known: readonly string[], depth: number): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = json
  if (typeof additionalProperties === 'object')
    return fc.dictionary(textOf(propertyNames ?? {}, known), drawOf(additionalProperties, known, depth + 1), {
      maxKeys: WIDE,
    })
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, drawOf(one, known, depth + 1)]),
  )
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields), noNullPrototype: true })
}

const listOf = (
  { items, prefixItems, minItems = 0, maxItems = WIDE }: Json,
  known: readonly string[],
  depth: number,
) => {
  if (prefixItems) return fc.tuple(...prefixItems.map((one) => drawOf(one, known, depth + 1)))
  const most = Math.max(minItems, Math.min(maxItems, depth > 3 ? 1 : WIDE))
  return fc.array(drawOf(items || {}, known, depth + 1), { minLength: minItems, maxLength: most })
}

const drawOf = (json: Json, known: readonly string[], depth: number): fc.Arbitrary<unknown> => {
  const choices = json.anyOf ?? json.oneOf
  if (choices) return fc.oneof({ maxDepth: 4 }, ...choices.map((one) => drawOf(one, known, depth)))
  if ('const' in json) return fc.constant(json.const)
  if (json.enum) return fc.constantFrom(...json.enum)
  switch (json.type) {
    case 'object':
      return objectOf(json, known, depth)
    case 'array':
      return listOf(json, known, depth)
    case 'string':
      return textOf(json, known)
    case 'integer':
    case 'number':
      return numberOf(json)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

/** One place of it, somewhere inside, holds what no field expects, or is gone. */
const breakAt = (value: unknown, way: number, by: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const at = keys[way % (keys.length + 1)]
  if (at === undefined) return Array.isArray(value) ? [...value, by] : { ...value, sneaky: by }
  const inner = (value as Record<string, unknown>)[at]
  const broken = way % 3 === 0 ? by : breakAt(inner, Math.floor(way / 7), by)
  if (Array.isArray(value)) return value.map((one, n) => (String(n) === at ? broken : one))
  const { [at]: _, ...others } = value as Record<string, unknown>
  return way % 5 === 0 ? others : { ...others, [at]: broken }
}

/**
 * known: ids that are there, used where they fit. About six of ten are as the contract wants them by their form, though hardly
 * ever by what they mean; the others are broken in one place.
 */
export const inputsOf = (contract: z.core.$ZodType, known: readonly string[]): fc.Arbitrary<unknown> => {
  const formed = drawOf(jsonOf(contract), known, 0)
  const broken = fc.tuple(formed, fc.nat(), hostile).map(([value, way, by]) => breakAt(value, way, by))
  return fc.oneof({ weight: 6, arbitrary: formed }, { weight: 3, arbitrary: broken }, { weight: 1, arbitrary: hostile })
}
