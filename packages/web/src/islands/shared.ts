/** The script of the page that a link leads to: its parts come together. */
void import('./shared-page.tsx');
