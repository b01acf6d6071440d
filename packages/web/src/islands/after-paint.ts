/** What can wait until the page is seen. */

/** for a page that nobody looks at yet, and browsers that do not tell of a paint */
const MOST_WAIT = 400;

export function afterPaint(then: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    then();
  };
  setTimeout(once, MOST_WAIT);
  new PerformanceObserver(once).observe({ type: 'paint', buffered: true });
}
