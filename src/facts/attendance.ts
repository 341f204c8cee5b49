import type { FactKind } from './kind.ts'

export const attendance: FactKind<'attendance'> = {
  type: 'attendance',
  summary: '',
  needs: [],
  find: () => [],
}
