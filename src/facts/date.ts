import type { FactKind } from './kind.ts'

export const date: FactKind<'date'> = {
  type: 'date',
  summary: '',
  needs: [],
  find: () => [],
}
