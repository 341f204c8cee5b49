/** CSV as RFC 4180 has it, with LF; null is an empty field, the empty text is "". */
import { type Cell, columns } from './columns.ts'

export const csvHead = (): string => csvLine(columns.map(({ name }) => name))

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\n`

const quoted = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
