/** Line drawings of our own, 24 by 24, one stroke. */

const PATHS = {
  camera:
    'M4 8h3.3l1.5-2.4h6.4L16.700 8H20a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1ZM12 10.200a3.400 3.400 0 1 1 0 6.800 3.400 3.400 0 0 1 0-6.800Z',
  file: 'M6 3h8.500L19 7.500V21H6zM14 3v5h5M9 12.500h7M9 16.500h7',
  paste: 'M9 5H5.500v15.500h13V5H15M9 3.500h6v3.500H9zM9 11.500h6M9 15.500h4',
  device:
    'M8 2.500h8a1.500 1.500 0 0 1 1.500 1.500v16a1.500 1.500 0 0 1-1.500 1.500H8A1.500 1.500 0 0 1 6.500 20V4A1.500 1.500 0 0 1 8 2.500ZM10.700 18.700h2.600M9.800 10.300l1.700 1.700 3-3.400',
  account: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.500 20.500a7.500 7.500 0 0 1 15 0M9.800 17.300l1.700 1.700 3-3.400',
  tick: 'm5 12.500 4.500 4.500L19 7.500',
  dash: 'M6 12h12',
  larger: 'M2.500 18.500 8 5l5.500 13.500M4.500 14h7M15 18.500l3.300-8.500 3.200 8.500M16.200 15.700h4.200',
  print: 'M7 8.500V3.500h10v5M7 16.500H4v-8h16v8h-3M7 13.500h10v7H7z',
  again: 'M4.500 12a7.500 7.500 0 1 0 2.300-5.400M4.500 4v4h4',
  phone:
    'M6 3.500h3.200L11 8.300l-2.200 1.700a12 12 0 0 0 5.200 5.200l1.700-2.200 4.800 1.800V18a2.300 2.300 0 0 1-2.500 2.300A15.500 15.500 0 0 1 3.700 6 2.300 2.300 0 0 1 6 3.500Z',
  ask: 'M4 4.500h16V16h-8.500L7 20v-4H4zM9.800 8.600a2.200 2.200 0 1 1 3.200 2c-.7.4-1 .7-1 1.300M12 13.700v.1',
  look: 'M3 7V3.500h3.500M17.500 3.500H21V7M21 17v3.500h-3.500M6.500 20.500H3V17M7.500 9h9M7.500 12.500h9M7.500 16h5',
  listen: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11',
  pause: 'M8 5.500v13M16 5.500v13',
  stop: 'M6.500 6.500h11v11h-11z',
  day: 'M4 6h16v14.500H4zM4 10.500h16M8 3.500V8M16 3.500V8M11.500 14.500h1v1h-1z',
  plus: 'M12 5v14M5 12h14',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.600-3.600a4 4 0 0 0-5.700-5.700L12.300 6M14 10a4 4 0 0 0-5.700 0l-3.600 3.600a4 4 0 0 0 5.700 5.700L11.700 18',
  close: 'm6.500 6.500 11 11M17.500 6.500l-11 11',
} as const;

export type IconName = keyof typeof PATHS;

// its own keys
export const ICONS = Object.keys(PATHS) as readonly IconName[];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg class="logo-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        class="logo-sheet"
        d="M9 3h11l6 6v17.500A2.500 2.500 0 0 1 23.500 29H9a2.500 2.500 0 0 1-2.500-2.500v-21A2.500 2.500 0 0 1 9 3Z"
      />
      <rect class="logo-marker" x="1.5" y="13.500" width="29" height="8.500" rx="2.500" />
      <path class="logo-line" d="M10.500 17.750h11" />
    </svg>
  );
}
