/** What a page may do beyond itself: copy, take files, and tell people about it. */

let timer: ReturnType<typeof setTimeout> | undefined

/** A message that is read out and goes away. */
export function say(message: string): void {
  const box = document.querySelector('.toast') as HTMLElement
  box.textContent = message
  box.classList.add('on')
  clearTimeout(timer)
  timer = setTimeout(() => box.classList.remove('on'), 6000)
}

/** @returns Whether the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Pages without TLS have the old way alone.
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}

/** Takes a text file that is dropped on an element. It is read here, and goes nowhere. */
export function readDropped(element: HTMLElement, take: (text: string) => void): void {
  element.addEventListener('dragover', (event) => {
    event.preventDefault()
    element.classList.add('drop')
  })
  element.addEventListener('dragleave', () => element.classList.remove('drop'))
  element.addEventListener('drop', (event) => {
    element.classList.remove('drop')
    const files = event.dataTransfer?.files ?? []
    const file = files[0]
    // Text that is dragged goes where the pointer is, as in any field.
    if (!file) return
    event.preventDefault()
    void file.arrayBuffer().then(
      (bytes) => {
        try {
          take(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
          if (files.length > 1) say(`${files.length} files were dropped; this is ${file.name}.`)
        } catch {
          say(`${file.name} is not UTF-8 text.`)
        }
      },
      () => say(`${file.name} cannot be read.`),
    )
  })
}
