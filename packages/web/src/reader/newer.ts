/** Whether a newer program waits to be used: told to the person, never forced on anyone in the midst of a report. */

export const TAKE_OVER = 'take-over';

/** Calls `tell` with what takes the newer program into use, as soon as one waits. Returns what stops looking. */
export function whenNewer(tell: (use: () => void) => void): () => void {
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  if (!workers) return () => undefined;
  let stopped = false;
  const offer = (waiting: ServiceWorker): void => {
    if (stopped || !workers.controller) return;
    tell(() => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage(TAKE_OVER);
    });
  };
  const watch = ({ waiting, installing }: ServiceWorkerRegistration): void => {
    if (waiting) offer(waiting);
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(installing);
    });
  };
  void workers.ready.then((registration) => {
    watch(registration);
    registration.addEventListener('updatefound', () => watch(registration));
  });
  return () => {
    stopped = true;
  };
}
