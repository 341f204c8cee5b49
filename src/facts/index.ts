/** THE registry. Every list of kinds (options, schema, docs, tests) is derived from it. A kind stands behind those that it needs. */
import { attendance } from './attendance.ts'
import { bridgePoints } from './bridge-points.ts'
import { date } from './date.ts'
import { deadline } from './deadline.ts'
import { document } from './document.ts'
import type { FactKind } from './kind.ts'
import { official } from './official.ts'
import { topic } from './topic.ts'
import type { FactType } from './types.ts'

export const kinds: readonly FactKind[] = [document, date, official, bridgePoints, attendance, topic, deadline]

/** The names of the built-in types, in the order of the registry. */
export const factTypes: readonly FactType[] = kinds.map((kind) => kind.type)
