/** Short links side by side: related words, or choices of which one may be made. */

export interface Chip {
  readonly name: string;
  readonly href: string;
  /** left out: nothing is chosen among them */
  readonly isChosen?: boolean;
}

export function Chips({ chips }: { readonly chips: readonly Chip[] }) {
  return (
    <ul class="chips">
      {chips.map(({ name, href, isChosen }) => (
        <li key={href}>
          <a class="chip" href={href} {...(isChosen === undefined ? {} : { 'aria-current': isChosen })}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
