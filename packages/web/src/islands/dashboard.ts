/** The script of the page of kept reports: asks for its words and its parts together. */

const words = document.getElementById('dashboard')?.dataset.words ?? '';
for (const part of words.split(' ').filter(Boolean)) void import(part);
void import('./dashboard-page.tsx');
