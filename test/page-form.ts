import type { Page } from 'playwright-core';

// Whatever the browser itself would say of a field.
const unchecked = 'for (const form of document.forms) form.noValidate = true';

/** Fills in the page's form, all else being left as it is, and sends it: the page that answers stands there. */
export const fillIn = async (page: Page, fields: Record<string, string>): Promise<void> => {
  await page.evaluate(unchecked);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const choice = page.locator(`main form [name="${name}"][value="${value}"]`);
    if ((await choice.count()) > 0) await choice.first().check();
    else await field.first().fill(value);
  }
  await page.locator('main form .button.chief').first().click();
  await page.waitForSelector('.faults');
};
