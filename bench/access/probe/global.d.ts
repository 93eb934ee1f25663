//! `in_page.ts` runs in every page under this name.
declare const inPage: typeof import('./in_page');
