import type { FactKind } from './kind.ts'

export const deadline: FactKind<'deadline'> = {
  type: 'deadline',
  summary: '',
  needs: [],
  find: () => [],
}
