/** What somebody may know a session of their own by: the kind of browser and of system, no version and nothing else. */

/** In order: what comes later in the list also says that it is one of those before it. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdgA?\/|EdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox, Windows" of what a browser says about itself; '' where it says nothing known. */
export function deviceOf(userAgent: string | null | undefined): string {
  const said = userAgent ?? '';
  return [BROWSERS, SYSTEMS].flatMap((list) => list.find(([sign]) => sign.test(said))?.[1] ?? []).join(', ');
}
