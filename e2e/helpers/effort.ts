import type { Page } from '@playwright/test';

/** What a choice in a list and a photograph cost beside the tap that begins them: choosing, and releasing the shutter. */
const SECOND_TAP = 1;

/** What an application costs its applicant: taps, and typed characters, as the page gets them. */
export class Effort {
  taps = 0;
  characters = 0;

  /** Counts from now on, also on pages that are loaded anew. */
  static async of(page: Page): Promise<Effort> {
    const effort = new Effort();
    await page.exposeFunction('countedTaps', (taps: number) => void (effort.taps += taps));
    await page.exposeFunction('countedCharacters', (characters: number) => void (effort.characters += characters));
    await page.addInitScript((secondTap) => {
      const counted = window as unknown as Record<'countedTaps' | 'countedCharacters', (count: number) => void>;
      const lengths = new WeakMap<Element, number>();
      addEventListener('pointerdown', () => counted.countedTaps(1), true);
      addEventListener('change', (event) => {
        const field = event.target as HTMLElement;
        const isList = field instanceof HTMLSelectElement;
        const isCamera = field instanceof HTMLInputElement && field.type === 'file';
        if (isList || isCamera) counted.countedTaps(1 + secondTap);
      }, true);
      addEventListener('focus', (event) => {
        if (event.target instanceof HTMLInputElement) lengths.set(event.target, event.target.value.length);
      }, true);
      addEventListener('input', (event) => {
        const field = event.target;
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
        if (['radio', 'checkbox', 'file'].includes(field.type)) return;
        const typed = field.value.length - (lengths.get(field) ?? 0);
        lengths.set(field, field.value.length);
        if (typed > 0) counted.countedCharacters(typed);
      }, true);
    }, SECOND_TAP);
    return effort;
  }

  /** Forgets what was counted so far. */
  begin(): void {
    this.taps = 0;
    this.characters = 0;
  }
}
