/** Locks what a passphrase has opened when nobody has touched the page for a while: it may have been left open on a table. */
import { useEffect, useRef } from 'preact/hooks';

const MOST_IDLE = 15 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll'] as const;

export function useIdleLock(isActive: boolean, onIdle: () => void): void {
  /** what was opened may have a new lock by then */
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (!isActive) return;
    const lock = (): void => latest.current();
    let last = Date.now();
    let timer = setTimeout(lock, MOST_IDLE);
    const touched = (): void => {
      clearTimeout(timer);
      last = Date.now();
      timer = setTimeout(lock, MOST_IDLE);
    };
    // a device that slept has let no time pass for its timers
    const seen = (): void => {
      if (document.visibilityState === 'visible' && Date.now() - last > MOST_IDLE) lock();
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touched, { passive: true });
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touched);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [isActive]);
}
