import type { FactKind } from './kind.ts'

export const official: FactKind<'official'> = {
  type: 'official',
  summary: '',
  needs: [],
  find: () => [],
}
