/** One attribute of a schema with its characteristics (RFC 7643 §2.2 and §7). Discovery prints these rows as they are. */
export interface Attribute {
  readonly name: string
  readonly type: AttributeType
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'never' | 'default' | 'request'
  readonly uniqueness: 'none' | 'server' | 'global'
  readonly canonicalValues?: readonly string[]
  readonly subAttributes?: readonly Attribute[]
  /** The sub-attributes by their names, as written and lower-cased; made by `withParts`, never printed or stored. */
  readonly parts?: Readonly<Record<string, Attribute | undefined>>
  readonly referenceTypes?: readonly string[]
}

export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'reference' | 'binary' | 'complex'

/** What a row says besides name, type and description; what is left out has the default of RFC 7643 §2.2. */
type Characteristics = Partial<Omit<Attribute, 'name' | 'type' | 'description'>>

function attribute(
  type: AttributeType,
  name: string,
  description: string,
  characteristics: Characteristics = {},
): Attribute {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...characteristics,
  }
}

export function text(name: string, description: string, more: Characteristics = {}): Attribute {
  return attribute('string', name, description, more)
}

export function flag(name: string, description: string, more: Characteristics = {}): Attribute {
  return attribute('boolean', name, description, more)
}

export function dateTime(name: string, description: string, more: Characteristics = {}): Attribute {
  return attribute('dateTime', name, description, more)
}

export function binary(name: string, description: string): Attribute {
  return attribute('binary', name, description, { caseExact: true })
}

export function reference(
  name: string,
  description: string,
  referenceTypes: readonly string[],
  more: Characteristics = {},
): Attribute {
  return attribute('reference', name, description, { referenceTypes, ...more })
}

export function complex(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  more: Characteristics = {},
): Attribute {
  return withParts(attribute('complex', name, description, more), subAttributes)
}

/** A multi-valued complex attribute. */
export function list(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  more: Characteristics = {},
): Attribute {
  return complex(name, description, subAttributes, { multiValued: true, ...more })
}

/** The row with these sub-attributes. */
export function withParts(row: Attribute, subAttributes: readonly Attribute[]): Attribute {
  return { ...row, subAttributes, parts: partsByName(subAttributes) }
}

function partsByName(rows: readonly Attribute[]): Record<string, Attribute> {
  const parts = Object.create(null) as Record<string, Attribute>
  for (const row of rows) parts[row.name] = parts[row.name.toLowerCase()] = row
  return parts
}

/** The sub-attribute of that name, in any letter case (RFC 7643 §2.1), or undefined. */
export function findSubAttribute(parent: Attribute, name: string): Attribute | undefined {
  const parts = parent.parts ?? partsByName(parent.subAttributes ?? [])
  return parts[name] ?? parts[name.toLowerCase()]
}
