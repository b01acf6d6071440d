/** Prints the sheet for the visit alone. */

export function printVisit(): void {
  const page = document.documentElement.dataset;
  page.print = 'visit';
  addEventListener(
    'afterprint',
    () => {
      delete page.print;
    },
    { once: true },
  );
  print();
}
