/** Colours of highlighted code for both themes of the site; their contrast is enough for small text. */
export const codeThemes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
