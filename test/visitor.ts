import type { Locator, Page } from 'playwright-core';

/** How somebody gets about on a page: by what they point at, or by keys alone. */
export type Manner = 'pointer' | 'keyboard';

/** Somebody before a browser, who does what a page lets them do. */
export interface Visitor {
  page: Page;
  /** Follows a link, presses a button. */
  press: (what: Locator) => Promise<void>;
  fill: (name: string, value: string) => Promise<void>;
  /** Ticks a box, or chooses one of a few. */
  tick: (name: string, value?: string) => Promise<void>;
  /** Chooses one of many. */
  choose: (name: string, value: string) => Promise<void>;
}

/** Everything on our pages is nearer than this many steps of the Tab key. */
const far = 400;

const isThere = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const active = element.ownerDocument.activeElement;
    const { type, name } = element as HTMLInputElement;
    const isOfItsGroup = type === 'radio' && active?.getAttribute('name') === name;
    return active === element || isOfItsGroup;
  });

/** Goes on by the Tab key until the keyboard is where it should be. Throws where keys do not lead. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  for (let steps = 0; steps < far; steps += 1) {
    if (await isThere(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not lead to ${target.toString()}.`);
};

const named = (page: Page, name: string, value?: string): Locator =>
  page.locator(`main [name="${name}"]${value === undefined ? '' : `[value="${value}"]`}:not([type="hidden"])`).first();

/** Among the choices of a group the arrows lead; what stands alone, the space bar ticks. */
const tickByKeys = async (page: Page, target: Locator): Promise<void> => {
  await reach(page, target);
  for (let steps = 0; steps < far; steps += 1) {
    const isActive = await target.evaluate((element) => element.ownerDocument.activeElement === element);
    if (isActive) break;
    await page.keyboard.press('ArrowDown');
  }
  if (!(await target.isChecked())) await page.keyboard.press('Space');
};

const byPointer = (page: Page): Visitor => ({
  page,
  press: (what) => what.click(),
  fill: (name, value) => named(page, name).fill(value),
  tick: (name, value) => named(page, name, value).check(),
  choose: async (name, value) => void (await named(page, name).selectOption(value)),
});

const byKeyboard = (page: Page): Visitor => ({
  page,
  press: async (what) => {
    await reach(page, what);
    await page.keyboard.press('Enter');
  },
  fill: async (name, value) => {
    await reach(page, named(page, name));
    // A field of a date takes keys in the order of the machine's language: what is tried here is that one gets there.
    await named(page, name).fill(value);
  },
  tick: (name, value) => tickByKeys(page, named(page, name, value)),
  choose: async (name, value) => {
    await reach(page, named(page, name));
    await named(page, name).selectOption(value);
  },
});

/** Somebody before a page. */
export const aVisitor = (page: Page, manner: Manner): Visitor =>
  manner === 'keyboard' ? byKeyboard(page) : byPointer(page);
