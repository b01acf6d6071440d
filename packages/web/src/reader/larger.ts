/** Larger text: three sizes in turn, kept for the next visit where the page is our own. Only the size is kept, nothing of a report. */

const SIZES = ['1', '2', '3'] as const;
const KEY = 'text-size';

export function nextTextSize(isKept = true): void {
  const now = Number(document.documentElement.dataset.text ?? 1);
  const next = SIZES[now % SIZES.length] ?? '1';
  document.documentElement.dataset.text = next;
  if (!isKept) return;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // a browser that keeps nothing still shows the size
  }
}

export function restoreTextSize(): void {
  try {
    const kept = localStorage.getItem(KEY);
    if (SIZES.some((size) => size === kept) && kept) document.documentElement.dataset.text = kept;
  } catch {
    // see above
  }
}
