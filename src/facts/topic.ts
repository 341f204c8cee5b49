import type { FactKind } from './kind.ts'

export const topic: FactKind<'topic'> = {
  type: 'topic',
  summary: '',
  needs: [],
  find: () => [],
}
