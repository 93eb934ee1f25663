import type { Page } from '@playwright/test';

/** The languages of the app. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How the same page can be coloured, as attributes of <html> (style/themes.css). */
export const COLOURS = {
  light: { 'data-theme': 'light', 'data-contrast': 'normal' },
  dark: { 'data-theme': 'dark', 'data-contrast': 'normal' },
  'high contrast': { 'data-theme': 'light', 'data-contrast': 'more' },
  'high contrast, dark': { 'data-theme': 'dark', 'data-contrast': 'more' },
} as const;
export type Colours = keyof typeof COLOURS;

/** How large everything is: as designed, and in elder mode. */
export const SIZES = ['standard', 'elder'] as const;
export type Size = (typeof SIZES)[number];
/** The least width and height of a control, in px: our own rule, and that of 适老化规范. WCAG 2.5.8 asks for 24. */
export const TARGET: Record<Size, number> = { standard: 44, elder: 60 };
/** The smallest words, in px: of ours, and of 适老化规范. */
export const WORDS: Record<Size, number> = { standard: 14, elder: 18 };

/** Chooses a language and a size as the app keeps them on the device; it takes them up when it starts. */
export async function choose(page: Page, language: Language, size: Size): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await page.evaluate(
    ([language, size]) => {
      localStorage.setItem('language', language);
      if (size === 'elder') localStorage.setItem('elder', 'large');
      else localStorage.removeItem('elder');
    },
    [language, size] as const,
  );
}
