import axe from 'axe-core'

/**
 * What axe finds in the document, one line a rule. Colours need a real browser; `region` is left out because Atlaskit puts
 * menus and dialogs beside the landmarks.
 */
export async function findViolations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
