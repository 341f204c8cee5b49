/** The table of facts: sorting and filtering its rows. */

export type SortName = 'kind' | 'value' | 'where' | 'conf'
export interface Sort {
  readonly name: SortName
  readonly descending: boolean
}

/** Text as it is searched: without case, marks and the stroke of đ, so that "hoa" finds "Hòa". */
export const searchable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd')

const texts = new WeakMap<HTMLElement, string>()
function textOf(row: HTMLElement): string {
  let text = texts.get(row)
  if (text === undefined) texts.set(row, (text = searchable(row.textContent ?? '')))
  return text
}

/** Hides the rows that do not fit. @returns How many are left. */
export function filterRows(rows: readonly HTMLElement[], query: string, hiddenKinds: ReadonlySet<string>): number {
  const words = searchable(query).split(/\s+/).filter(Boolean)
  let left = 0
  for (const row of rows) {
    const fits = !hiddenKinds.has(row.dataset['kind'] ?? '') && words.every((word) => textOf(row).includes(word))
    if (row.hidden === fits) row.hidden = !fits
    if (fits) left++
  }
  return left
}

const collator = new Intl.Collator('vi', { numeric: true })
const number = (row: HTMLElement, name: string) => Number(row.dataset[name])
const word = (row: HTMLElement) => row.querySelector('.value')?.textContent ?? ''
const order: Readonly<Record<SortName, (a: HTMLElement, b: HTMLElement) => number>> = {
  kind: (a, b) => collator.compare(a.dataset['kind'] ?? '', b.dataset['kind'] ?? ''),
  value: (a, b) => collator.compare(word(a), word(b)),
  where: () => 0,
  conf: (a, b) => number(a, 'confidence') - number(b, 'confidence'),
}

/** Rows in a new order; those that are equal stay as the article has them. */
export function sortRows(rows: readonly HTMLElement[], { name, descending }: Sort): HTMLElement[] {
  const way = descending ? -1 : 1
  const place = (a: HTMLElement, b: HTMLElement) => number(a, 'i') - number(b, 'i')
  return [...rows].sort((a, b) => way * (name === 'where' ? place(a, b) : order[name](a, b)) || place(a, b))
}
