/** Bounds the memory that requests under way may take: each pays for its size on entering and gets it back on leaving. */

export interface Budget {
  /** Null when there is not that much left; otherwise the way out. */
  spend(bytes: number): (() => void) | null;
}

export function budget(total: number): Budget {
  let left = total;
  return {
    spend(bytes) {
      if (bytes > left) return null;
      left -= bytes;
      let returned = false;
      return () => {
        if (!returned) left += bytes;
        returned = true;
      };
    },
  };
}
