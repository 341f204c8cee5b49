/** unorm has no types of its own. */
declare module 'unorm' {
  const unorm: { readonly nfc: (text: string) => string }
  export default unorm
}
