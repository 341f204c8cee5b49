import type { FactKind } from './kind.ts'

export const document: FactKind<'document'> = {
  type: 'document',
  summary: '',
  needs: [],
  find: () => [],
}
