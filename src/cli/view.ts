import { InvalidArgumentError } from 'commander'
import { readGold } from '../eval/corpus.ts'
import type { ExtractOptions } from '../index.ts'
import type { ViewArticle } from '../view/index.ts'
import { FileError, readArticle } from './files.ts'
import { complain, write } from './output.ts'

/**
 * Writes the page of articles. A file that cannot be read is named on stderr, and the others are shown all the same.
 * @param gold Whether each article is compared with the gold file beside it.
 * @returns Whether all files could be read.
 */
export async function viewCommand(files: readonly string[], options: ExtractOptions, gold: boolean): Promise<boolean> {
  const { offsets, ...rest } = options
  if (offsets !== undefined && offsets !== 'utf16')
    throw new InvalidArgumentError(`--offsets ${offsets}: a page shows offsets in utf16`)
  let good = true
  const articles = files.flatMap((file): ViewArticle[] => {
    try {
      const text = readArticle(file)
      if (!gold) return [{ name: file, text }]
      const { reference, gold: facts } = readGold(`${file.replace(/\.txt$/, '')}.gold.json`)
      return [{ name: file, text, gold: facts, referenceDate: options.referenceDate ?? reference }]
    } catch (error) {
      complain(error instanceof FileError ? error.message : (error as Error).message)
      good = false
      return []
    }
  })
  if (articles.length === 0) return good
  const { renderHtml } = await import('../view/index.ts')
  await write(renderHtml(articles, rest))
  return good
}
