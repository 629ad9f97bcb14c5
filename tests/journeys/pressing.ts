import type { Locator, Page } from 'playwright-core';

/** Milliseconds that a press waits for the page it leads to: without script it always leads there. */
const patience = { withoutScript: 10_000, withScript: 1_000 };

/**
 * Makes every press on a link or a form's button wait for what it leads to: the next page, or the answer to what a
 * script sent instead. A form is sent a moment after the press, so that a slow machine would else still show the page
 * before. Pages are named by whether they run script.
 */
export function pressesWait(page: Page, withScript: boolean): void {
  waits.set(page, withScript ? patience.withScript : patience.withoutScript);
  const locator = Object.getPrototypeOf(page.locator('main')) as Locator;
  if (patched.has(locator)) return;
  patched.add(locator);
  const press = locator.click;
  locator.click = async function (this: Locator, options) {
    const leads = await this.first().evaluate(leadsOn);
    if (!leads) return press.call(this, options);
    const next = led(this.page());
    await press.call(this, options);
    await next;
  };
}

const waits = new WeakMap<Page, number>();
const patched = new WeakSet<Locator>();

/** Runs in the page: whether a press here sends a form that may be sent, or follows a link to another page. */
function leadsOn(element: Element): boolean {
  const pressed = element.closest('a[href], button, input[type=submit]');
  if (pressed instanceof HTMLAnchorElement)
    return (
      pressed.protocol.startsWith('http') &&
      !pressed.target &&
      !pressed.hasAttribute('download') &&
      pressed.href.split('#')[0] !== location.href.split('#')[0]
    );
  if (!(pressed instanceof HTMLButtonElement || pressed instanceof HTMLInputElement)) return false;
  const { form } = pressed;
  if (!form || pressed.type !== 'submit' || pressed.disabled) return false;
  return form.noValidate || pressed.formNoValidate || form.checkValidity();
}

async function led(page: Page): Promise<void> {
  const timeout = waits.get(page) ?? patience.withScript;
  await Promise.race([
    page.waitForEvent('domcontentloaded', { timeout }),
    // Where a script sends in the page's stead; a page that comes instead is the event above.
    page.waitForEvent('requestfinished', {
      timeout,
      predicate: (request) => request.method() === 'POST' && !request.isNavigationRequest(),
    }),
  ]).catch(() => undefined);
}
