/** Tells the page around a frame how high the frame's page is, where that page asked for it by `?height`: a number, and nothing else ever. */

/** All that is told: CSS pixels. */
export interface HeightTold {
  readonly readingscanHeight: number;
}

export const asksForHeight = (search: string): boolean => new URLSearchParams(search).has('height');

/** The browser hands it to a page of these origins alone, whoever holds the frame. */
export function tellHeight(origins: readonly string[]): void {
  if (window.parent === window) return;
  const to = parentAmong(origins);
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    for (const origin of to) window.parent.postMessage({ readingscanHeight: height } satisfies HeightTold, origin);
  }).observe(document.body);
}

/** The one around this frame, where the browser says which that is; else all that it can be. */
function parentAmong(origins: readonly string[]): readonly string[] {
  const around = (location as Location & { readonly ancestorOrigins?: DOMStringList }).ancestorOrigins?.[0];
  return around === undefined ? origins : origins.filter((origin) => origin === around);
}
