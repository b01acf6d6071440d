/** A report that is dropped before the reader has come to life waits for it; nothing is lost, and the browser does not open the file in its place. */

const page = document.documentElement;
const isLive = (): boolean => page.dataset.reader === 'live';

export function keepEarlyDrop(): void {
  addEventListener('dragover', (event: DragEvent) => {
    if (!isLive()) event.preventDefault();
  });
  addEventListener('drop', (event: DragEvent) => {
    if (isLive()) return;
    event.preventDefault();
    // what the event carries is gone when it is over
    const kept = new DataTransfer();
    for (const file of event.dataTransfer?.files ?? []) kept.items.add(file);
    const text = event.dataTransfer?.getData('text/plain');
    if (text) kept.setData('text/plain', text);
    new MutationObserver((_, observer) => {
      if (!isLive()) return;
      observer.disconnect();
      dispatchEvent(new DragEvent('drop', { dataTransfer: kept, bubbles: true, cancelable: true }));
    }).observe(page, { attributeFilter: ['data-reader'] });
  });
}
