/** What some work costs: time of the processor in ms, which another program beside it hardly changes. */
export function effortOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
