/** Keys of the whole page. They stand in the page's help. */
import type { ArticlePage } from './article.ts'

/** @param current The article that the keys are for. */
export function listen(current: () => ArticlePage | undefined): void {
  const help = document.querySelector<HTMLDialogElement>('dialog.help')
  document.querySelector('.help-button')?.addEventListener('click', () => help?.showModal())
  help?.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('.close')) help.close()
  })

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || help?.open) return
    const target = event.target as HTMLElement
    const typing = target.matches('input:not([type=checkbox]), textarea, select')
    const article = current()
    if (event.key === 'Escape') {
      if (target.matches('textarea')) return
      article?.clear()
      return
    }
    // Whoever speaks to the machine can switch keys off that a spoken word may press.
    const single = event.altKey || document.querySelector<HTMLInputElement>('.single-keys')?.checked !== false
    if (typing || target.matches('[role=tab]')) return
    if (event.key === '/' && single) article?.focusFilter()
    else if (event.key === '?' && single) help?.showModal()
    else if (event.key === 'ArrowRight' && !event.altKey) article?.step(1)
    else if (event.key === 'ArrowLeft' && !event.altKey) article?.step(-1)
    else return
    event.preventDefault()
  })
}
