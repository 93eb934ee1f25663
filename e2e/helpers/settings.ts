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
