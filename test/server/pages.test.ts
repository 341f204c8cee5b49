/** The pages of a running service, in a browser: the playground at / and the reference at /docs. */
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { accessibility, expectQuiet, inBrowser } from '../helpers/browser.ts'
import { gauge, serveProcess } from '../helpers/serve-process.ts'
import { start } from '../helpers/service.ts'

const ARTICLE = `Chiều 7/3/2024, UBND huyện họp trực tuyến tại 18 điểm cầu, với hơn 600 đại biểu tham dự.
Các xã gửi báo cáo trước ngày 20/3.`

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const
const SCHEMES = ['light', 'dark'] as const

inBrowser('the pages of a running service', ({ open }) => {
  it('find the facts of a pasted article without sending it', async () => {
    const { url } = await serveProcess()
    const watched = await open(`${url}/`, { viewport: SIZES.wide, permissions: ['clipboard-read', 'clipboard-write'] })
    const { page } = watched
    const before = await gauge(url, 'trichluc_articles_total')
    const article = page.locator('#article')
    await article.press('Control+A')
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(ARTICLE)})`)
    await article.press('Control+V')
    const found = extract(ARTICLE).facts.map(({ text }) => text)
    expect(found.length).toBeGreaterThanOrEqual(4)
    // Behind the evidence stands whether something was inferred.
    const shown = async () =>
      (await page.locator('.row .evidence').allTextContents()).map((text) => text.replace(/ inferred$/, ''))
    await expect.poll(shown).toEqual(found)
    expect(await article.inputValue()).toBe(ARTICLE)
    expect(await gauge(url, 'trichluc_articles_total')).toBe(before)
    expectQuiet(watched)
  })

  describe.each(SCHEMES)('in %s', (colorScheme) => {
    it.each(Object.entries(SIZES))('are accessible, %s', async (_, viewport) => {
      const { url } = await start()
      for (const [place, ready] of [
        ['/', '.row'],
        ['/docs', 'h1'],
      ] as const) {
        const watched = await open(url + place, { viewport, colorScheme })
        await expect.poll(() => watched.page.locator(ready).count()).toBeGreaterThan(0)
        expect(await accessibility(watched)).toEqual([])
        expectQuiet(watched)
      }
    })
  })
})
