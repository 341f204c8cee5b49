import { predict, readCorpus } from '../eval/corpus.ts'
import { type Mistake, type Report, type ScoredArticle, score } from '../eval/score.ts'
import type { FactType } from '../index.ts'
import { oneLine } from '../view/summary.ts'
import { complain, write } from './output.ts'

/** @returns Whether there was something to evaluate. */
export async function evaluateCommand(
  dir: string,
  types: readonly FactType[],
  errors: boolean,
  json: boolean,
): Promise<boolean> {
  let articles: ScoredArticle[]
  try {
    articles = readCorpus(dir).map(predict)
  } catch (error) {
    complain((error as Error).message)
    return false
  }
  if (articles.length === 0) {
    complain(`${dir}: there is no NAME.gold.json in it`)
    return false
  }
  const report = score(articles, types)
  if (json) {
    const { mistakes, ...figures } = report
    await write(`${JSON.stringify(errors ? { ...figures, mistakes } : figures, null, 2)}\n`)
    return true
  }
  const texts = new Map(articles.map(({ name, text }) => [name, text]))
  await write(figuresOf(report))
  if (errors) for (const mistake of report.mistakes) await write(`\n${describe(mistake, texts)}\n`)
  return true
}

export function figuresOf({ rows, articles, macro }: Report): string {
  const percent = (share: number | null) => (share === null ? '-' : (100 * share).toFixed(1)).padStart(7)
  const lines = rows.map(
    ({ row, gold, predicted, precision, recall, f1 }) =>
      `${(row.includes('.') ? '  ' : '') + row}`.padEnd(22) +
      `${String(gold).padStart(6)}${String(predicted).padStart(7)}${percent(precision)}${percent(recall)}${percent(f1)}`,
  )
  return [
    `${'type'.padEnd(22)}${'gold'.padStart(6)}${'found'.padStart(7)}${'prec.'.padStart(7)}${'rec.'.padStart(7)}${'F1'.padStart(7)}`,
    ...lines,
    `${articles} articles, macro F1 ${(100 * macro).toFixed(1)}`,
    '',
  ].join('\n')
}

/** A mistake with what stands around it; the span in brackets. */
function describe(mistake: Mistake, texts: ReadonlyMap<string, string>): string {
  const head = `${mistake.kind} ${mistake.row} in ${mistake.article}`
  if ('title' in mistake) return `${head}: ${mistake.title}`
  const { item } = mistake
  const text = texts.get(mistake.article) ?? ''
  const context = oneLine(
    `…${text.slice(Math.max(0, item.start - 50), item.start)}[${text.slice(item.start, item.end)}]${text.slice(item.end, item.end + 50)}…`,
  )
  if (mistake.kind === 'field')
    return `${head}\n  ${context}\n  gold  ${JSON.stringify(mistake.gold)}\n  found ${JSON.stringify(mistake.predicted)}`
  const { type: _type, start: _start, end: _end, text: _text, ...fields } = item
  return `${head} at ${item.start}\n  ${context}\n  ${JSON.stringify(fields)}`
}
