/** Every colour, in each scheme, beside each other: the values are those of `tokens.css`, copied by the build. */
import { DESIGN_WORDS } from './words.ts';

/** as `tokens.css` calls them: what lies behind, what stands on it */
export const COLOURS = [
  'ground',
  'surface',
  'raised',
  'paper',
  'paper-line',
  'ink',
  'ink-2',
  'line',
  'line-strong',
  'accent',
  'accent-strong',
  'accent-wash',
  'on-accent',
  'mark',
  'mark-ink',
  'mark-edge',
  'now',
  'urgent',
  'soon',
  'routine',
  'fine',
] as const;

/** as the build names what it copies */
export const PALETTES = ['light', 'dark', 'light-more', 'dark-more'] as const;

export function Colours() {
  return (
    <div class="palettes">
      {PALETTES.map((palette) => (
        <section key={palette} class="palette" data-palette={palette} aria-labelledby={`h-${palette}`}>
          <h3 id={`h-${palette}`}>{DESIGN_WORDS.palettes[palette]}</h3>
          <ul>
            {COLOURS.map((name) => (
              <li key={name}>
                <span class="swatch" data-colour={name} /> {name}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
