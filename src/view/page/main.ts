/** The script of a page that `renderHtml` makes. The page tells all without it; the script links and sorts. */
import { ArticlePage } from './article.ts'
import { listen } from './keys.ts'

document.documentElement.classList.add('js')
const pages = [...document.querySelectorAll<HTMLElement>('.article')].map((root) => new ArticlePage(root))
let current = pages[0]

/** Of several articles one is shown: that which the address names. */
function show(): void {
  current = pages.find(({ root }) => `#${root.id}` === location.hash) ?? pages[0]
  for (const page of pages) page.root.classList.toggle('off', page !== current)
  for (const link of document.querySelectorAll('.contents a'))
    if (link.getAttribute('href') === `#${current?.root.id}`) {
      link.setAttribute('aria-current', 'page')
      link.scrollIntoView({ inline: 'center', block: 'nearest' })
    } else link.removeAttribute('aria-current')
  scrollTo(0, 0)
}
show()
addEventListener('hashchange', show)
listen(() => current)

// On paper nothing can be opened.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true
})
