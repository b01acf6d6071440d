/** How many things one account may have under way at one time: nobody takes the place of all others. */

export interface AtOnce {
  /** Null where this one has as many as may be; otherwise the way out. */
  enter(who: string): (() => void) | null;
}

export function atOnce(most: number): AtOnce {
  const under = new Map<string, number>();
  return {
    enter(who) {
      const before = under.get(who) ?? 0;
      if (before >= most) return null;
      under.set(who, before + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const now = (under.get(who) ?? 1) - 1;
        if (now === 0) under.delete(who);
        else under.set(who, now);
      };
    },
  };
}
