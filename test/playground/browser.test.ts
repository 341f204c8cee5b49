import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { examples } from '../../src/playground/examples.ts'
import { accessibility, expectQuiet, inBrowser } from '../helpers/browser.ts'

const file = join(inject('bundle'), 'playground/index.html')
const address = pathToFileURL(file).href
const wide = { viewport: { width: 1440, height: 900 } }
const factsOf = (text: string, referenceDate: string | null = null) =>
  extract(text, { referenceDate: referenceDate ?? undefined }).facts
const FIRST = examples[0] as (typeof examples)[number]
const FACTS = factsOf(FIRST.text, FIRST.referenceDate)

const rows = (page: Page) => page.locator('.row')
const settled = (page: Page, count: number) => expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(count)
const marked = (page: Page) => page.locator('.text').evaluate((text) => text.textContent)
const article = (page: Page) => page.locator('#article')

/** Drops a file on the editor, as the browser would. */
const drop = (page: Page, content: string | readonly number[]) =>
  page.evaluate(`{
    const content = ${JSON.stringify(content)}
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], 'tin.txt'))
    document.querySelector('.editor').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }`)

describe('the file', () => {
  it('is small', () => {
    expect(statSync(file).size).toBeLessThan(450_000)
  })

  it('names nothing outside itself', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\b(?:src|href)="(?!data:)/)
  })
})

inBrowser('the playground', ({ open }) => {
  it('shows the facts of what is typed, while it is typed', async () => {
    const watched = await open(address, wide)
    const { page } = watched
    await settled(page, FACTS.length)
    await page.getByRole('button', { name: 'Clear' }).click()
    await settled(page, 0)
    const text = 'Hội nghị họp tại 64 điểm cầu cơ sở ngày 4/12/2023.'
    await article(page).pressSequentially(text)
    await settled(page, 2)
    expect(await marked(page)).toBe(text)
    expect(await page.locator('.text .s').allTextContents()).toEqual(factsOf(text).map((fact) => fact.text))
    // The marks keep to their words until the next answer, and the line that is new is there at once.
    await article(page).press('Home')
    await article(page).pressSequentially('Sáng nay,\n')
    await expect.poll(() => page.locator('.text .line').count()).toBe(2)
    await settled(page, factsOf(`Sáng nay,\n${text}`).length)
    expectQuiet(watched)
  })

  it('lays the marks behind the words', async () => {
    const { page } = await open(address, wide)
    await settled(page, FACTS.length)
    const [field, copy] = await Promise.all([article(page).boundingBox(), page.locator('.text').boundingBox()])
    expect(field).toEqual(copy)
    const style = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const all = (
          globalThis as unknown as { getComputedStyle(e: unknown): Record<string, string> }
        ).getComputedStyle(element)
        return ['fontFamily', 'fontSize', 'lineHeight', 'letterSpacing', 'tabSize', 'paddingLeft', 'overflowWrap'].map(
          (name) => all[name],
        )
      })
    expect(await style('#article')).toEqual(await style('.text'))
    // A field that were higher than its copy would scroll by itself.
    expect(
      await article(page).evaluate(
        (area) => (area as unknown as { scrollHeight: number; clientHeight: number }).scrollHeight,
      ),
    ).toBe(await article(page).evaluate((area) => (area as unknown as { clientHeight: number }).clientHeight))
  })

  it('links the text and the table both ways', async () => {
    const { page } = await open(address, wide)
    await settled(page, FACTS.length)
    await page.locator('.row[data-i="1"] .evidence').click()
    expect((await page.locator('.text .on').allTextContents()).join('')).toBe(FACTS[1]?.text)
    const box = await page.locator('.text [data-f="0"]').first().boundingBox()
    await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await expect.poll(() => page.locator('.row.on').getAttribute('data-i')).toBe('0')
    await page.getByRole('tab', { name: 'Not facts' }).click()
    const link = page.locator('.panel:visible [data-range]').first()
    const [start, end] = ((await link.getAttribute('data-range')) ?? '').split(' ').map(Number)
    await link.click()
    expect(await page.evaluate('String(getSelection())')).toBe(FIRST.text.slice(start, end))
  })

  it('opens each example with its reference date', async () => {
    const { page } = await open(address)
    for (const { title, text, referenceDate } of examples) {
      await page.getByLabel('Example').selectOption({ label: title })
      await settled(page, factsOf(text, referenceDate).length)
      expect(await page.getByLabel('Reference date').inputValue()).toBe(referenceDate ?? '')
    }
    await article(page).pressSequentially('x')
    expect(await page.getByLabel('Example').inputValue()).toBe('')
  })

  it('reads dates against the reference date', async () => {
    const { page } = await open(address)
    await article(page).fill('Họp sáng 4/12.')
    await page.getByLabel('Reference date').fill('2019-12-10')
    await expect.poll(() => page.locator('.row summary').textContent()).toContain('2019-12-04')
    await page.getByLabel('Reference date').fill('')
    await expect.poll(() => page.locator('.row summary').textContent()).toContain('XXXX-12-04')
    expect(await page.locator('.reference-note').textContent()).toContain('XXXX')
  })

  it('keeps filter, order and kinds while the text changes', async () => {
    const { page } = await open(address, wide)
    await settled(page, FACTS.length)
    await page.getByRole('searchbox').fill('2023')
    await page.getByRole('button', { name: 'Confidence' }).click()
    await page.locator('.kind[data-kind=document]').click()
    const visible = await page.locator('.row:visible').count()
    await article(page).press('End')
    await article(page).pressSequentially(' Họp ngày 9/9/2023.')
    await settled(page, FACTS.length + 1)
    expect(await page.getByRole('searchbox').inputValue()).toBe('2023')
    await expect.poll(() => page.locator('.row:visible').count()).toBe(visible + 1)
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('Confidence')
    expect(await page.locator('.kind[data-kind=document]').getAttribute('aria-pressed')).toBe('false')
  })

  it('shows that scrambling changes nothing', async () => {
    const watched = await open(address, wide)
    const { page } = watched
    await settled(page, FACTS.length)
    await page.getByRole('tab', { name: 'Scrambler' }).click()
    const verdict = page.locator('.verdict-good')
    await expect.poll(() => verdict.textContent()).toContain(`${FACTS.length} of ${FACTS.length} facts are the same`)
    for (const box of await page.locator('.changes input').all()) await box.uncheck()
    await expect.poll(() => page.locator('.forms').textContent()).toContain('nothing that these changes change')
    await page.getByLabel('Decomposed letters').check()
    await expect.poll(() => page.locator('.forms').textContent()).toContain(`${FIRST.text.normalize('NFD').length}`)
    await page.getByRole('button', { name: 'Put the scrambled text' }).click()
    expect(await article(page).inputValue()).toBe(FIRST.text.normalize('NFD'))
    await settled(page, FACTS.length)
    expectQuiet(watched)
  })

  it('makes a link that opens to the same', async () => {
    const watched = await open(address, { ...wide, permissions: ['clipboard-read', 'clipboard-write'] })
    const { page, context } = watched
    const text = `${FIRST.text}\n😀 ${'NFD ệ'.normalize('NFD')}\u00a0`
    await article(page).fill(text)
    await page.getByLabel('Reference date').fill('2022-02-02')
    await page.locator('.kind[data-kind=date]').click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => page.locator('.toast').textContent()).toContain('Link copied')
    const link = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(link).toMatch(/#v1\.[\w-]+$/)
    expect(page.url()).toBe(link)
    const other = await context.newPage()
    await other.goto(link)
    await expect.poll(() => article(other).inputValue()).toBe(text)
    expect(await other.getByLabel('Reference date').inputValue()).toBe('2022-02-02')
    expect(await other.locator('.kind[data-kind=date]').getAttribute('aria-pressed')).toBe('false')
    expectQuiet(watched)
  })

  it.each(['#x', '#v1.!!', '#v1.AAAA', `#v1.${'q'.repeat(400)}`])('says that %.10s is no link', async (fragment) => {
    const { page } = await open(address + fragment)
    await expect.poll(() => page.locator('.toast').textContent()).toContain('The link cannot be opened')
    await settled(page, FACTS.length)
  })

  it('copies the article as code', async () => {
    const { page } = await open(address, { ...wide, permissions: ['clipboard-read', 'clipboard-write'] })
    await article(page).fill('Họp tại 64 điểm cầu.')
    await page.getByLabel('Reference date').fill('2023-12-05')
    await page.getByRole('tab', { name: 'Code' }).click()
    for (const [label, part] of [
      ['TypeScript', "extract(article, { referenceDate: '2023-12-05' })"],
      ['Command line', 'trichluc extract - --reference-date 2023-12-05'],
      ['curl', '{"text":"Họp tại 64 điểm cầu.","options":{"referenceDate":"2023-12-05"}}'],
    ] as const) {
      await page.getByRole('button', { name: `Copy as ${label}` }).click()
      await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toContain(part)
    }
  })

  it('takes a file that is dropped, and says which it cannot read', async () => {
    const { page } = await open(address)
    await drop(page, 'Họp tại 64 điểm cầu.')
    await expect.poll(() => article(page).inputValue()).toBe('Họp tại 64 điểm cầu.')
    await drop(page, [0x41, 0xff])
    await expect.poll(() => page.locator('.toast').textContent()).toContain('tin.txt is not UTF-8')
    expect(await article(page).inputValue()).toBe('Họp tại 64 điểm cầu.')
  })

  it('runs nothing that an article brings', async () => {
    const watched = await open(address, wide)
    const hostile =
      '<img src=x onerror=globalThis.hit=1><script>globalThis.hit=1</script> </textarea> ngày 4/12/2023 \u202e \0'
    await article(watched.page).fill(hostile)
    await settled(watched.page, 1)
    for (const name of ['Relations', 'Timeline', 'Not facts', 'Scrambler', 'Code'])
      await watched.page.getByRole('tab', { name }).click()
    expect(await watched.page.evaluate(() => 'hit' in globalThis)).toBe(false)
    expect(await watched.page.locator('.article img').count()).toBe(0)
    expectQuiet(watched)
  })

  it('stays quick with a megabyte', async () => {
    const { page } = await open(address, wide)
    await settled(page, FACTS.length)
    const filler = 'Trời nhiều mây, có mưa rào vài nơi; nhiệt độ cao nhất từ hai mươi tám đến ba mươi mốt độ.\n'.repeat(
      60,
    )
    const text = `${FIRST.text}\n${filler}`.repeat(Math.ceil(1e6 / (FIRST.text.length + filler.length)))
    await drop(page, text)
    await expect
      .poll(() => page.getByRole('button', { name: /Show all \d+ facts/ }).count(), { timeout: 60_000 })
      .toBe(1)
    // What is typed is there at once, however long the facts take.
    const from = performance.now()
    await article(page).evaluate((area) =>
      (area as unknown as { setSelectionRange(a: number, b: number): void }).setSelectionRange(0, 0),
    )
    await article(page).press('x')
    expect((await article(page).inputValue()).length).toBe(text.length + 1)
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  it('works from a static host', async () => {
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end(readFileSync(file)),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const watched = await open(`${origin}/`, wide)
      await settled(watched.page, FACTS.length)
      await watched.page.getByRole('tab', { name: 'Code' }).click()
      expect(await watched.page.locator('.snippets').textContent()).toContain(`curl -s ${origin}/v1/extract`)
      expectQuiet(watched)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })

  it.each(['light', 'dark'] as const)(
    'has nothing that axe would mend, in %s',
    async (colorScheme) => {
      for (const [width, names] of [
        [390, [/^Facts/, 'Scrambler']],
        [1440, [/^Facts/, 'Relations', 'Timeline', 'Not facts', 'Scrambler', 'Code']],
      ] as const) {
        const watched = await open(address, { colorScheme, viewport: { width, height: 900 } })
        await settled(watched.page, FACTS.length)
        await watched.page.locator('.row').first().click()
        for (const name of names) {
          await watched.page.getByRole('tab', { name }).click()
          await watched.page.waitForTimeout(200)
          expect(await accessibility(watched), `${name}, ${width}`).toEqual([])
        }
        expectQuiet(watched)
      }
    },
    300_000,
  )
})
