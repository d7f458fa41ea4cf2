import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing that axe objects to, and nothing that is wider than the screen. `name`: which page, when it fails. */
export async function assertAccessible(page: Page, name = page.url()): Promise<void> {
  assert.deepEqual(await accessibilityViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name}: ${beyond} pixels wider than the screen`);
}

/** What axe finds against WCAG 2.2 A and AA, one readable line each; empty when all is well. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(', ')})`,
  );
}
