import type { Report } from '../../src/eval/score.ts'
import type { Floors } from '../floors.ts'

/** The rows that are below their floors, in words. */
export function belowFloors({ rows, macro }: Report, floors: Floors): string[] {
  const figures: [string, number, number | undefined][] = rows.map(({ row, f1 }) => [
    row,
    f1,
    (floors.rows as Readonly<Record<string, number>>)[row],
  ])
  figures.push(['macro', macro, floors.macro])
  return figures
    .filter(([, f1, floor]) => floor !== undefined && 100 * f1 < floor)
    .map(([row, f1, floor]) => `${row}: ${(100 * f1).toFixed(1)} is below ${floor}`)
}
