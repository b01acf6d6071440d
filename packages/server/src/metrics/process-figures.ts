/** How the process itself is: memory, processor time, and how long its one thread kept others waiting. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Family } from './exposition.ts';

export interface ProcessFigures {
  families(): readonly Family[];
  close(): void;
}

const MICRO = 1e-6;
const NANO = 1e-9;
const RESOLUTION = 10; // milliseconds

export function processFigures(): ProcessFigures {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const started = Date.now() / 1000 - process.uptime();
  const gauge = (name: string, help: string, value: number): Family => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }],
  });
  return {
    families() {
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      // since it was last asked: nothing was measured yet where it is asked twice at once
      const waits = [0.5, 0.99, 1].map((quantile) => ({
        labels: { quantile: String(quantile) },
        value: delay.count === 0 ? 0 : delay.percentile(quantile * 100) * NANO,
      }));
      delay.reset();
      return [
        gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
        gauge('process_start_time_seconds', 'When it was started, in seconds since 1970.', started),
        {
          name: 'process_cpu_seconds_total',
          help: 'Processor time.',
          type: 'counter',
          samples: [{ value: (user + system) * MICRO }],
        },
        gauge('nodejs_heap_used_bytes', 'Memory of objects.', heapUsed),
        gauge('nodejs_heap_total_bytes', 'Memory held for objects.', heapTotal),
        gauge('nodejs_external_memory_bytes', 'Memory outside the heap.', external),
        {
          name: 'nodejs_event_loop_delay_seconds',
          help: 'How late the thread came to its timers, since this was last asked.',
          type: 'gauge',
          samples: waits,
        },
      ];
    },
    close: () => void delay.disable(),
  };
}
