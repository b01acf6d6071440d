/** Calls again and again, without keeping the program alive for it. */

/** The way to stop it. */
export function unheld(milliseconds: number, call: () => void): () => void {
  const timer = setInterval(call, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
