import type { Page } from 'playwright-core';

/**
 * Opens what is folded away beside a camera. A camera that starts, or reads something, moves the page, and a press may
 * come down beside the words: a person presses again.
 */
export async function unfold(page: Page, words: string, field: string): Promise<void> {
  const inside = page.getByLabel(field, { exact: true });
  await inside.waitFor({ state: 'attached' });
  while (!(await inside.isVisible())) await page.getByText(words).click();
}
