/** A node of a JSON Schema, draft 7, as far as the schemas of this package go. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  /** The JSON type, or one of several. */
  readonly type?: string | readonly string[]
  readonly const?: string | number | boolean | null
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly definitions?: Readonly<Record<string, JsonSchema>>
}

/** What is wrong at one place of a value. */
export interface SchemaProblem {
  /** JSON Pointer (RFC 6901) to the place: "/facts/0/count"; "" is the whole value. */
  readonly path: string
  /** What was expected there and what there is. */
  readonly message: string
}
