/** Wing 4, explain: fills the {places} of a template. */

/** "every {min} {unit}" + {min: "6", unit: "months"} → "every 6 months". A place without a value becomes empty. */
export function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .replace(/([.?!])\.$/, '$1')
    .trim();
}
