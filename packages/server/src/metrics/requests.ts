/** Requests by route, method and class of status, and how long each route took: never by who asked, nor for what. */
import type { Family, Labels, Sample } from './exposition.ts';

export interface Answered {
  /** as it is written in the program: "/api/account/reports/:id" */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Requests {
  begun(): void;
  answered(answered: Answered): void;
  families(): readonly Family[];
}

/** Seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface Durations {
  readonly labels: Labels;
  /** how many within each bound and no lower one; the last: above all */
  readonly counts: number[];
  sum: number;
}

export function requests(): Requests {
  const answers = new Map<string, { readonly labels: Labels; value: number }>();
  const limited = new Map<string, { readonly labels: Labels; value: number }>();
  const durations = new Map<string, Durations>();
  let inFlight = 0;
  return {
    begun() {
      inFlight += 1;
    },
    answered({ route, method, status, seconds }) {
      inFlight -= 1;
      countUp(answers, { route, method, status: `${Math.floor(status / 100)}xx` });
      if (status === 429) countUp(limited, { route });
      const labels = { route, method };
      const own = held(durations, labels, () => ({ labels, counts: [...BOUNDS, 0].map(() => 0), sum: 0 }));
      own.sum += seconds;
      const at = BOUNDS.findIndex((bound) => seconds <= bound);
      const index = at < 0 ? BOUNDS.length : at;
      own.counts[index] = (own.counts[index] ?? 0) + 1;
    },
    families: () => [
      {
        name: 'readingscan_http_requests_total',
        help: 'Requests that were answered.',
        type: 'counter',
        samples: [...answers.values()],
      },
      {
        name: 'readingscan_http_requests_limited_total',
        help: 'Requests that were answered with 429, as a limit was reached or too many waited.',
        type: 'counter',
        samples: [...limited.values()],
      },
      {
        name: 'readingscan_http_request_duration_seconds',
        help: 'From the head of a request to the head of its answer.',
        type: 'histogram',
        samples: [...durations.values()].flatMap(histogramOf),
      },
      {
        name: 'readingscan_http_requests_in_flight',
        help: 'Requests that are not answered yet.',
        type: 'gauge',
        samples: [{ value: inFlight }],
      },
    ],
  };
}

function histogramOf({ labels, counts, sum }: Durations): readonly Sample[] {
  let count = 0;
  const buckets = [...BOUNDS.map(String), '+Inf'].map((le, index) => {
    count += counts[index] ?? 0;
    return { suffix: '_bucket', labels: { ...labels, le }, value: count };
  });
  return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }];
}

function countUp(counts: Map<string, { readonly labels: Labels; value: number }>, labels: Labels): void {
  held(counts, labels, () => ({ labels, value: 0 })).value += 1;
}

function held<T>(of: Map<string, T>, labels: Labels, make: () => T): T {
  const key = Object.values(labels).join(' ');
  const known = of.get(key) ?? make();
  of.set(key, known);
  return known;
}
