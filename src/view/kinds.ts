import type { FactType } from '../index.ts'

/** How a kind of fact is shown. */
export interface KindStyle {
  /** What tells the kind where colours do not. */
  readonly letter: string
  readonly label: string
}

/** In the order of the legend. */
export const kinds: Readonly<Record<FactType, KindStyle>> = {
  document: { letter: 'D', label: 'document' },
  date: { letter: 'T', label: 'date' },
  official: { letter: 'O', label: 'official' },
  topic: { letter: 'S', label: 'topic' },
  bridgePoints: { letter: 'B', label: 'bridge points' },
  attendance: { letter: 'A', label: 'attendance' },
  deadline: { letter: 'L', label: 'deadline' },
}

/** How a type is shown: a built-in one, or one of a kind of the user's own, whose name may be any text. `css` names its colours. */
export const styleOf = (type: string): KindStyle & { readonly css: string } =>
  Object.hasOwn(kinds, type) ? { ...kinds[type as FactType], css: type } : { letter: 'X', label: type, css: 'own' }

export const kindNames = Object.keys(kinds) as FactType[]
