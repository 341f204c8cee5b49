/** Debian's Chromium, for what is shown in a page. Nothing that a page asks for gets out: it is counted instead. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'

const EXECUTABLE = '/usr/bin/chromium'
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
].concat(['--disable-component-update', '--disable-sync'])

/** A page with what went wrong in it. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses that the page asked for, but for its own. */
  readonly requests: readonly string[]
  /** Errors and refusals of its content security policy. */
  readonly complaints: readonly string[]
}

export interface Pages {
  /** @param address Of a file or a server. It may be asked for; nothing else. */
  open(address: string, options?: BrowserContextOptions): Promise<Watched>
}

/** A suite that needs a browser: left out where there is none, and failing under CI. */
export function inBrowser(name: string, suite: (pages: Pages) => void): void {
  const there = existsSync(EXECUTABLE)
  if (!there && !process.env['CI']) {
    console.warn(`skipped ${name}: there is no ${EXECUTABLE} (apt-get install chromium)`)
    describe.skip(name, () => suite({ open: () => Promise.reject(new Error('no browser')) }))
    return
  }
  describe(name, () => {
    let browser: Browser
    const contexts: BrowserContext[] = []
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS })
    })
    afterAll(async () => {
      await browser?.close()
    })
    suite({
      async open(address, options) {
        await Promise.all(contexts.splice(0).map((context) => context.close()))
        const context = await browser.newContext(options)
        contexts.push(context)
        const requests: string[] = []
        const complaints: string[] = []
        const own = address.replace(/#.*$/, '')
        await context.route('**', (route) => {
          const url = route.request().url()
          if (url.replace(/#.*$/, '') === own) return route.continue()
          requests.push(url)
          return route.abort()
        })
        const page = await context.newPage()
        page.on('pageerror', (error) => complaints.push(error.message))
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
        })
        await page.goto(address)
        return { page, context, requests, complaints }
      },
    })
  })
}

/** What axe says against the page. It runs in the page's world, past the content security policy, as an extension does. */
export async function accessibility({ page }: Watched): Promise<string[]> {
  const { source } = createRequire(import.meta.url)('axe-core') as typeof import('axe-core')
  // Once a page: it is half a megabyte.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    )
  })
}

/** What must hold at the end of every test. */
export function expectQuiet({ requests, complaints }: Watched): void {
  expect(requests).toEqual([])
  expect(complaints).toEqual([])
}
