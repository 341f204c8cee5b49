import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { extract, factTypes } from '../../src/index.ts'
import { examples } from '../../src/playground/examples.ts'
import { renderHtml, type ViewArticle } from '../../src/view/index.ts'
import { accessibility, expectQuiet, inBrowser } from '../helpers/browser.ts'
import { articles } from '../helpers/paths.ts'

const read = (name: string): ViewArticle => ({
  name: `${name}.txt`,
  text: readFileSync(`${articles}/${name}.txt`, 'utf8'),
  referenceDate: JSON.parse(readFileSync(`${articles}/${name}.gold.json`, 'utf8')).reference,
  gold: JSON.parse(readFileSync(`${articles}/${name}.gold.json`, 'utf8')).facts,
})
const HUYEN = read('hoi-nghi-huyen-attendance-ratios')
const FACTS = extract(HUYEN.text, { referenceDate: HUYEN.referenceDate ?? undefined }).facts
const folder = mkdtempSync(join(tmpdir(), 'trichluc-view-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function page(list: readonly ViewArticle[]): string {
  const file = join(folder, `${files++}.html`)
  writeFileSync(file, renderHtml(list))
  return pathToFileURL(file).href
}

inBrowser('a page of articles', ({ open }) => {
  it('links text and table both ways', async () => {
    const watched = await open(page([HUYEN]), { viewport: { width: 1440, height: 900 } })
    const { page: tab } = watched
    const last = FACTS.length - 1
    await tab.locator(`.text [data-f~="${last}"]`).first().click()
    await expect.poll(() => tab.locator('.row.on').getAttribute('data-i')).toBe(String(last))
    expect(await tab.locator('.row.on details').getAttribute('open')).not.toBeNull()
    await expect.poll(() => tab.locator('.row.on').isVisible()).toBe(true)

    await tab.locator('.row[data-i="0"] .evidence').click()
    expect(await tab.locator('.text .on').allTextContents()).toEqual([FACTS[0]?.text])
    expect(await tab.locator('.row.on').count()).toBe(1)
    expectQuiet(watched)
  })

  it('takes facts that overlap one after the other', async () => {
    const { page: tab } = await open(page([HUYEN]))
    const outer = FACTS.findIndex(({ type }) => type === 'deadline')
    const inner = FACTS.findIndex(
      ({ start, end }, i) => i !== outer && start >= (FACTS[outer]?.start ?? 0) && end <= (FACTS[outer]?.end ?? 0),
    )
    const both = tab.locator(`.text [data-f="${inner} ${outer}"]`).first()
    await both.click()
    expect(await tab.locator('.row.on').getAttribute('data-i')).toBe(String(inner))
    await both.click()
    expect(await tab.locator('.row.on').getAttribute('data-i')).toBe(String(outer))
  })

  it('sorts by each column, both ways', async () => {
    const { page: tab } = await open(page([HUYEN]))
    const column = (name: string) =>
      tab
        .locator('.row')
        .evaluateAll(
          (rows, key) => rows.map((row) => (row as unknown as { dataset: Record<string, string> }).dataset[key] ?? ''),
          name,
        )
    const numbers = async (name: string) => (await column(name)).map(Number)
    await tab.getByRole('button', { name: 'Confidence' }).click()
    expect(await numbers('confidence')).toEqual(FACTS.map(({ confidence }) => confidence).sort((a, b) => a - b))
    await tab.getByRole('button', { name: 'Confidence' }).click()
    expect(await numbers('confidence')).toEqual(FACTS.map(({ confidence }) => confidence).sort((a, b) => b - a))
    expect(await tab.locator('th[aria-sort=descending]').textContent()).toContain('Confidence')
    await tab.getByRole('button', { name: 'Kind', exact: true }).click()
    expect(await column('kind')).toEqual(FACTS.map(({ type }) => type).sort())
    await tab.getByRole('button', { name: 'Value and evidence' }).click()
    const values = await tab.locator('.row .value').allTextContents()
    expect(values).toEqual([...values].sort(new Intl.Collator('vi', { numeric: true }).compare))
    await tab.getByRole('button', { name: 'Where' }).click()
    expect(await numbers('i')).toEqual(FACTS.map((_, i) => i))
  })

  it('filters by words, with or without marks, and by kind', async () => {
    const { page: tab } = await open(page([HUYEN]))
    const visible = () => tab.locator('.row:visible').count()
    await tab.getByRole('searchbox').fill('dai bieu')
    expect(await visible()).toBeGreaterThan(0)
    for (const text of await tab.locator('.row:visible').allTextContents()) expect(text).toContain('đại biểu')
    await tab.getByRole('searchbox').fill('không có chữ này')
    expect(await visible()).toBe(0)
    await expect.poll(() => tab.getByText('No fact fits the filter.').isVisible()).toBe(true)
    await tab.getByRole('searchbox').fill('')
    await tab.locator('.kind[data-kind=date]').click()
    expect(await visible()).toBe(FACTS.filter(({ type }) => type !== 'date').length)
    expect(await tab.locator('.kind[data-kind=date]').getAttribute('aria-pressed')).toBe('false')
    expect(await tab.locator('.count').textContent()).toBe(`${await visible()} of ${FACTS.length} facts`)
  })

  it('is worked by keys', async () => {
    const { page: tab } = await open(page([HUYEN]))
    const selected = () => tab.locator('.row.on').getAttribute('data-i')
    await tab.keyboard.press('ArrowRight')
    await tab.keyboard.press('ArrowRight')
    expect(await selected()).toBe('1')
    await tab.keyboard.press('ArrowLeft')
    expect(await selected()).toBe('0')
    await tab.locator('.row[data-i="0"] summary').focus()
    await tab.keyboard.press('ArrowDown')
    expect(await selected()).toBe('1')
    await tab.keyboard.press('Escape')
    expect(await tab.locator('.row.on').count()).toBe(0)
    await tab.keyboard.press('/')
    await tab.keyboard.type('2022/x?')
    expect(await tab.getByRole('searchbox').inputValue()).toBe('2022/x?')
    await tab.locator('h2').first().click()
    await tab.keyboard.press('?')
    expect(await tab.locator('dialog').isVisible()).toBe(true)
    await tab.locator('.single-keys').uncheck()
    await tab.getByRole('button', { name: 'Close' }).click()
    await tab.keyboard.press('?')
    expect(await tab.locator('dialog').isVisible()).toBe(false)
    await tab.getByRole('tab', { name: /^Facts/ }).focus()
    await tab.keyboard.press('ArrowRight')
    expect(await tab.getByRole('tab', { name: 'Relations' }).getAttribute('aria-selected')).toBe('true')
  })

  it('goes from relations, the timeline and what is no fact to the text', async () => {
    const { page: tab } = await open(page([HUYEN]))
    const deadline = FACTS.findIndex(({ type }) => type === 'deadline')
    for (const name of ['Relations', 'Timeline']) {
      await tab.getByRole('tab', { name }).click()
      await tab.locator(`.panel:visible [data-go="${deadline}"]`).click()
      expect((await tab.locator('.text .on').allTextContents()).join('')).toBe(FACTS[deadline]?.text)
      await tab.keyboard.press('Escape')
    }
    await tab.getByRole('tab', { name: 'Not facts' }).click()
    const link = tab.locator('.panel:visible [data-range]').first()
    const [start, end] = ((await link.getAttribute('data-range')) ?? '').split(' ').map(Number)
    await link.click()
    expect(await tab.evaluate('String(getSelection())')).toBe(HUYEN.text.slice(start, end))
  })

  it('shows one of several articles, by its address', async () => {
    const list = [HUYEN, read('quan-khu-3-ranks-crlf')]
    const { page: tab } = await open(page(list))
    expect(await tab.locator('.article:visible h2').textContent()).toBe(list[0]?.name)
    await tab.getByRole('link', { name: list[1]?.name as string }).click()
    await expect.poll(() => tab.locator('.article:visible h2').textContent()).toBe(list[1]?.name)
  })

  it('shows the article’s own characters, one for one', async () => {
    const text = `${read('quan-khu-3-ranks-crlf').text}<b>&amp;</b>`
    const { page: tab } = await open(page([{ name: 'x', text }]))
    const shown = await tab.locator('.line').evaluateAll((lines) => lines.map((line) => line.textContent))
    expect(shown.join('\n')).toBe(text)
  })

  it('runs nothing that an article or a name brings', async () => {
    const hostile = '<script>globalThis.hit=1</script><img src=x onerror=globalThis.hit=1> ngày 4/12/2023\ud800 \u202e'
    const watched = await open(page([{ name: `"><img src=//x.test/>${hostile}`, text: hostile, gold: [] }]))
    expect(await watched.page.evaluate(() => 'hit' in globalThis)).toBe(false)
    expect(await watched.page.locator('.text img, .text script, h2 img').count()).toBe(0)
    expectQuiet(watched)
  })

  it('stays quick with a megabyte', async () => {
    const filler = 'Trời nhiều mây, có mưa rào vài nơi; nhiệt độ cao nhất từ hai mươi tám đến ba mươi mốt độ.\n'.repeat(
      160,
    )
    const text = `${HUYEN.text}\n${filler}`.repeat(Math.ceil(1e6 / (HUYEN.text.length + filler.length)))
    const watched = await open(page([{ name: 'long', text }]), { viewport: { width: 1440, height: 900 } })
    const { page: tab } = watched
    expect(await tab.locator('.row').count()).toBeGreaterThan(1500)
    const from = performance.now()
    await tab.keyboard.press('ArrowLeft')
    await expect.poll(() => tab.locator('.row.on').count()).toBe(1)
    await tab.getByRole('searchbox').fill('dai bieu')
    await expect.poll(() => tab.locator('.count').textContent()).toContain(' of ')
    // A tenth of this on a machine with nothing else to do.
    expect(performance.now() - from).toBeLessThan(15_000)
  })

  it.each(['light', 'dark'] as const)(
    'has nothing that axe would mend, in %s',
    async (colorScheme) => {
      const { text, referenceDate } = examples[0] as (typeof examples)[number]
      const gold = [{ type: 'date', start: 0, end: 8, value: '1999' }] as const
      const short = page([
        { name: 'tin.txt', text, referenceDate, gold },
        { name: 'rỗng.txt', text: '' },
      ])
      for (const [width, names] of [
        [390, [/^Facts/, 'Gold']],
        [1440, [/^Facts/, 'Relations', 'Timeline', 'Not facts', 'Gold']],
      ] as const) {
        const watched = await open(short, { colorScheme, viewport: { width, height: 900 } })
        await watched.page.locator('.row:visible').first().click()
        for (const name of names) {
          await watched.page.getByRole('tab', { name }).and(watched.page.locator(':visible')).click()
          expect(await accessibility(watched), `${name}, ${width}`).toEqual([])
        }
        expectQuiet(watched)
      }
    },
    300_000,
  )

  it('prints everything', async () => {
    const { page: tab } = await open(page([HUYEN]))
    await tab.emulateMedia({ media: 'print' })
    for (const name of ['facts', 'relations', 'timeline', 'rejected', 'gold'])
      expect(await tab.locator(`.panel-${name}`).isVisible(), name).toBe(true)
    expect((await tab.pdf()).length).toBeGreaterThan(10_000)
  })

  it('tells all without its script', async () => {
    const { page: tab } = await open(page([HUYEN]), { javaScriptEnabled: false })
    expect(await tab.locator('.row').count()).toBe(FACTS.length)
    for (const name of ['facts', 'relations', 'timeline', 'rejected', 'gold'])
      expect(await tab.locator(`.panel-${name}`).isVisible(), name).toBe(true)
    for (const type of factTypes) expect(await tab.locator(`.kind[data-kind=${type}]`).isVisible()).toBe(true)
  })
})
